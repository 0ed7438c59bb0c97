import { html, link, type Html } from '#platform/design-system/index.ts'

/** A case by its reference, which never breaks across lines. */
export const caseLink = ({ case_id, reference }: { case_id: string; reference: string }): Html =>
  html`<span class="app-whole">${link(reference, `/cases/${case_id}`)}</span>`
