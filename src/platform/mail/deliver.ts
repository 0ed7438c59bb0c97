/** A message as it leaves. Its id stays the same however often it is tried. */
export type Leaving = {
  message_id: string
  to: string
  subject: string
  text: string
  stop_url: string | undefined
}

/**
 * What became of a message. `accepted`: the server has taken it. `later`: it certainly has not, and may when asked again. `refused`: it never
 * will. `unsure`: the answer was lost, so that sending again might double it. `why` is a code, never the server's words.
 */
export type Delivered = { became: 'accepted' } | { became: 'later' | 'refused' | 'unsure'; why: string }

/** The way out for mail: one message at a time. Never throws. */
export type Deliver = (message: Leaving) => Promise<Delivered>

/** The headers that let a mail program offer one click to stop (RFC 2369, RFC 8058), and keep answering machines quiet (RFC 3834). */
export const headersOf = ({ stop_url }: Leaving): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(stop_url
    ? { 'List-Unsubscribe': `<${stop_url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}),
})
