import { Invalid } from '#platform/errors.ts'
import type { RouteTools } from '#platform/http/screen.ts'

/** Who makes templates: those who write papers. */
export const MAKERS = ['team_manager', 'commissioner_analyst'] as const

/** What could not be done is said on the page it was asked on. */
export const orSay = async (go: RouteTools['goTo'], back: string, work: () => Promise<Response>) => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return go(back, Object.values(error.messages).join(' '))
  }
}
