import { dayInWords } from '#reference'
import { refuse } from '#platform/errors.ts'
import type { CaseHead } from '../cases/get-case.ts'

/** Nothing is added to a closed case: the person returns first, so that the closing stays what it was. */
export function refuseWhenClosed({ closure }: Pick<CaseHead, 'closure'>): void {
  if (closure)
    refuse(
      '',
      `This case was closed on ${dayInWords(closure.closed_on)}. If the person came back, record their return first`,
    )
}
