/** Said where a form carries a token of an earlier session of the same browser. */
export const SIGNED_IN_AGAIN =
  'You signed in again after this page was opened, so nothing is saved yet. Check what stands here, then save it'

/** Whether this is a form token of some session, as a page of ours carries one: whoever typed the form is asked again, and nothing is lost. */
export const isTokenLike = (sent: unknown): boolean => typeof sent === 'string' && /^[\w-]{43}$/.test(sent)
