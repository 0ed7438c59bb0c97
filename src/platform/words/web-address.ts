const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * True when text may become a link: an http, https, mailto or tel address, or an address on this site ('/x', '#x',
 * '?x'). Never javascript:, data: or one that only looks local ('//elsewhere').
 */
export function isSafeAddress(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- browsers drop these characters before they read the scheme
  if (/[\s\u0000-\u001F\u007F\\]/.test(text)) return false
  if (/^[/#?]/.test(text)) return !text.startsWith('//')
  return URL.canParse(text) && SAFE_SCHEMES.has(new URL(text).protocol)
}
