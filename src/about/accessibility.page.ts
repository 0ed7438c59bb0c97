import { html, page } from '#platform/design-system/index.ts'

/**
 * The accessibility statement, of the parts that the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018
 * ask for. What it says of tests is what journeys/every-page.test.ts does.
 */
export const accessibilityPage = page(
  { title: 'Accessibility' },
  html`
  <p class="govuk-body">This statement is about the pages of Waymark, and the papers that it writes.</p>
  <h2 class="govuk-heading-m">What you can do</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>zoom in to 400% without scrolling sideways, and use a phone</li>
    <li>reach and use everything by keyboard</li>
    <li>read every page and send every form without JavaScript</li>
    <li>read every chart as a table, and every state as a word, never as a colour alone</li>
    <li>move about by headings and by the headings of tables, in pages and in papers</li>
  </ul>
  <h2 class="govuk-heading-m">How it stands</h2>
  <p class="govuk-body">Waymark is meant to meet the Web Content Accessibility Guidelines version 2.2, level AA. It is called <strong>partially compliant</strong> until people who use assistive technology have tested it, which has not happened yet.</p>
  <h2 class="govuk-heading-m">What is not accessible, or not known to be</h2>
  <ul class="govuk-list govuk-list--bullet">
    <li>No test with a screen reader, voice control or screen magnifier has been made with the people who use them.</li>
    <li>Papers are offered as a page, Word (.docx) and OpenDocument (.odt). The page is the one that is tested.</li>
    <li>A passkey is set up in a window of the browser or phone, which is not part of Waymark. A password and a code do the same.</li>
    <li>A sign-in ends after 30 minutes without anything being done, because it opens records of people who were harmed. What was being written in a note is kept.</li>
  </ul>
  <h2 class="govuk-heading-m">Tell us, or ask for another format</h2>
  <p class="govuk-body">Tell the service that supports you, or the office whose paper you read: each is named on its own pages. They must answer you.</p>
  <p class="govuk-body">If you are not happy with their answer, the Equality Advisory and Support Service (EASS) can help. The Equality and Human Rights Commission enforces the regulations of 2018.</p>
  <h2 class="govuk-heading-m">How it was tested</h2>
  <p class="govuk-body">Each time Waymark is changed, every page is opened in a browser 320 pixels wide, with scripts and without, and tested with axe-core by the rules of WCAG 2.2 AA. The main tasks are done by keyboard alone.</p>`,
)
