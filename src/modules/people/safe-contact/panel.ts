import { html, type Html, link, statusTag, summary } from '#platform/design-system/index.ts'
import { CHANNELS, CONTACT_KINDS, type Channel, type Route, type SafeContact } from './words.ts'

/**
 * How this person may be reached, channel by channel: what to use and how, or why not. For any page about them; the values shown
 * are only those that the one door allows.
 */
export const safeContactPanel = (
  contact: SafeContact,
  { linked = true }: { linked?: boolean } = {},
): Html => html`<section aria-labelledby="safe-contact">
<h2 class="govuk-heading-m" id="safe-contact">Safe contact</h2>
<p class="govuk-body"><strong>${contact.summary}</strong></p>
${contact.sensitive ? html`<p class="govuk-body">Use only a route marked safe: ${contact.sensitive_because}.</p>` : null}
${summary((Object.keys(CHANNELS) as Channel[]).map((channel) => ({ key: CHANNELS[channel], value: channelInWords(contact, channel) })))}
${contact.code_word ? html`<p class="govuk-body">Code word: <strong>${contact.code_word}</strong></p>` : null}
${linked ? html`<p class="govuk-body">${link('See and change ways of contact', `/people/${contact.person_id}/contact`)}</p>` : null}
</section>`

function channelInWords(contact: SafeContact, channel: Channel): Html {
  const one = contact.channels[channel]
  if (!one.allowed && one.none) return html`<span class="app-missing">${one.because}</span>`
  if (!one.allowed) return html`${statusTag('Do not use', 'urgent')} ${one.because}.`
  const all = contact.routes.filter((route) => route.channel === channel && route.allowed)
  return html`${all.map((route) => routeInWords(route))}`
}

const routeInWords = (route: Route): Html | null =>
  route.allowed
    ? html`<p class="govuk-body">${route.known_safe ? statusTag('Safe to use', 'good') : statusTag('May be used', 'neutral')} <strong>${route.value}</strong>${route.kind === 'address' ? null : ` (${CONTACT_KINDS[route.kind].toLowerCase()})`}${route.how.length ? html`<br>${route.how.join('. ')}.` : null}</p>`
    : null
