import type { Area } from './area-actors.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why this deployment must not be run for real (WAYMARK_ENV=production), in a sentence that says what to do; undefined when it may be.
 * In a demonstration anybody is anybody by one click: it must never stand beside real records.
 */
export function whyNotInProduction(areas: readonly Area[], origin: string): string | undefined {
  const invented = areas.filter((area) => area.demonstration).map((area) => area.name)
  if (invented.length > 0)
    return (
      `Waymark does not start with WAYMARK_ENV=production: ${invented.join(' and ')} in this database ${invented.length === 1 ? 'is a demonstration' : 'are demonstrations'}, ` +
      'with invented people whom anybody could sign in as. Use another database (WAYMARK_DATA or DATABASE_URL), or leave WAYMARK_ENV out.'
    )
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' && !LOOPBACK.has(hostname))
    return `Waymark does not start with WAYMARK_ENV=production at ${origin}: people would send their passwords unencrypted. Set WAYMARK_ORIGIN to an address that begins with https:`
  return undefined
}
