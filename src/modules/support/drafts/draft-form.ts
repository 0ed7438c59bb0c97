import { csrfField, assetUrl, html, insetText, type Frame, type Html } from '#platform/design-system/index.ts'
import { momentInWords } from '#platform/words/dates.ts'

/**
 * A form whose typing is kept on the server: by a small script every few seconds, and without JavaScript by the button "Save draft".
 * `keep` is the form's own address. The body brings everything but the buttons.
 */
export const draftForm = (
  frame: Frame,
  {
    keep,
    submit,
    cancel,
    restored,
  }: { keep: string; submit: string; cancel: string; restored?: Date | undefined },
  body: Html,
): Html => html`${
  restored
    ? insetText({
        html: html`<p class="govuk-body">This is your draft of ${momentInWords(restored)}. Nobody else sees it.</p>
        <form method="post" action="/drafts/discard">${csrfField()}<input type="hidden" name="_url" value="${keep}"><button class="app-link-button">Discard the draft</button></form>`,
      })
    : null
}<form method="post" action="${keep}" novalidate data-draft="/drafts">${csrfField()}<input type="hidden" name="_url" value="${keep}">${body}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true" accesskey="s">${submit}</button>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" formaction="/drafts">Save draft</button>
<a class="govuk-link" href="${cancel}">Cancel</a>
</div>
<p class="govuk-body-s" role="status" data-draft-status></p></form>
<script type="module" nonce="${frame.nonce}" src="${assetUrl('app/draft.js')}"></script>`
