import { html, page } from '#platform/design-system/index.ts'

/** What the browser is given and what is kept, in plain words; who decides about a person's record is the service that holds it. */
export const privacyPage = page(
  { title: 'Cookies and privacy' },
  html`
  <h2 class="govuk-heading-m">Cookies</h2>
  <p class="govuk-body">Waymark uses only cookies that it cannot work without. There is no counting of visitors, and nothing is asked of another site.</p>
  <ul class="govuk-list govuk-list--bullet">
    <li>One keeps you signed in, until you sign out or close the browser.</li>
    <li>One carries a sentence such as “Note saved” to the next page, and is then gone.</li>
  </ul>
  <p class="govuk-body">Whoever reads published papers without signing in is given no cookie.</p>
  <h2 class="govuk-heading-m">If a service supports you</h2>
  <p class="govuk-body">Your record is held by the team that supports you. Others do not see it unless it is given to them on a ground that is written down. Every time somebody opens it, that is written down too.</p>
  <p class="govuk-body">You can ask the service what is kept about you, ask for a mistake to be put right, and ask who has looked. It is the one to ask, not Waymark: the service decides about your record. If you are not happy with its answer, you can complain to the Information Commissioner’s Office.</p>
  <h2 class="govuk-heading-m">If you work here</h2>
  <p class="govuk-body">Which records you open and what you change is kept with your name. Team managers and data protection officers can read it.</p>
  <h2 class="govuk-heading-m">If you follow what is published</h2>
  <p class="govuk-body">Your e-mail address is kept sealed, used for that alone, and deleted when you stop.</p>`,
)
