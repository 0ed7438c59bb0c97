import pino from 'pino'

/** JSON lines on standard error, ids only: no names, no text that somebody typed, no addresses of pages with a query. */
export const makeLog = (level = process.env.WAYMARK_LOG ?? 'info') =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  )
