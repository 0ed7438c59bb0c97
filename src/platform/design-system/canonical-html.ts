const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  ctdot: '\u22ef',
  copy: '\u00a9',
}

// What CSS sets side by side, where a space between two elements is seen.
const SIDE_BY_SIDE =
  /class="[^"]*\b(govuk-breadcrumbs__list-item|govuk-date-input__item|govuk-language-navigation__list-item|govuk-summary-card__action|govuk-summary-list__actions-list-item|moj-button-menu__item|moj-filter__head\w+-action|moj-identity-bar__(actions|menu)|moj-sub-navigation__item|moj-timeline__byline)(?![\w-])/

const INLINE_END = /^<\/(span|strong|a)>$/

/**
 * Markup as a list of tags and texts that is the same for two documents that differ only in whitespace and in the
 * order of attributes. A space is kept only where it is seen: between words, before what stands side by side with
 * its like, and within a textarea. For tests: it reads what the official templates write, not every HTML there is.
 */
export function canonicalHtml(markup: string): string[] {
  const tokens: string[] = []
  let inTextarea = false
  let afterSpace = false
  for (const [token, slash, name, attributes = ''] of markup.matchAll(TOKEN)) {
    if (name) {
      const tag = name.toLowerCase()
      if (!slash && SIDE_BY_SIDE.test(attributes) && afterSpace && tokens.at(-1)?.startsWith('</'))
        tokens.push(' ')
      inTextarea = tag === 'textarea' && !slash
      tokens.push(slash ? `</${tag}>` : `<${[tag, ...canonicalAttributes(attributes)].join(' ')}>`)
      if (!slash && attributes.trimEnd().endsWith('/') && !VOID.has(tag)) tokens.push(`</${tag}>`)
    } else if (!token.startsWith('<!')) {
      const text = inTextarea ? decode(token) : decode(token.replaceAll(/\s+/g, ' ').trim())
      if (text && /^\s/.test(token) && INLINE_END.test(tokens.at(-1) ?? '')) tokens.push(' ')
      // In quotation marks, so that the text '<b>' is not taken for the tag.
      if (text) tokens.push(`"${text}"`)
    }
    afterSpace = token.trim() === ''
  }
  return tokens
}

function canonicalAttributes(attributes: string): string[] {
  return [...attributes.matchAll(ATTRIBUTE)]
    .map(([, name, double, single, bare]) => {
      const value = double ?? single ?? bare
      return value === undefined || value === ''
        ? name
        : `${name}="${decode(value.replaceAll(/\s+/g, ' ').trim())}"`
    })
    .map(String)
    .sort()
}

const decode = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return NAMED[name] ?? whole
  })
