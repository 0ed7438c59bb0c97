import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute } from '../attributes.ts'
import { assetUrl } from '../assets.ts'
import { errorSummary } from '../govuk/error-summary.ts'
import { insetText } from '../govuk/inset-text.ts'
import { notificationBanner } from '../govuk/notification-banner.ts'
import { skipLink } from '../govuk/skip-link.ts'
import { withToken } from './csrf-field.ts'
import type { Frame } from './frame.ts'
import type { Page } from './page.ts'
import { pageFooter, pageHeader } from './page-edges.ts'
import { pageTop } from './page-top.ts'
import { postForm } from './post-form.ts'

/** The whole document of a page for one request, as text. Every script is a file and carries the nonce. */
export function layout(page: Page, frame: Frame): string {
  const refused = frame.errors?.length ? 'Error: ' : ''
  const document = html`<!doctype html>
<html lang="${page.lang ?? 'en'}"${attribute('dir', page.dir)} class="govuk-template">
<head>
<meta charset="utf-8">
<title>${refused}${page.title} - ${frame.service.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#20444f">
<link rel="icon" href="${assetUrl('app/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetUrl('govuk/govuk-frontend.min.css')}">
<link rel="stylesheet" href="${assetUrl('moj/moj-frontend.min.css')}">
<link rel="stylesheet" href="${assetUrl('app/app.css')}">
<script type="module" nonce="${frame.nonce}" src="${assetUrl('app/init.js')}"></script>
</head>
<body class="govuk-template__body">
<script nonce="${frame.nonce}" src="${assetUrl('app/supported.js')}"></script>
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${pageHeader(frame)}
<div class="govuk-width-container">
${pageTop(page)}
<main class="govuk-main-wrapper" id="main-content">
${page.aside}${flash(frame)}${errors(frame)}${restored(frame)}
${page.body(frame)}
</main>
</div>
${pageFooter(frame)}${stay(frame)}
</body>
</html>
`
  return withToken(String(document), frame)
}

// Before a session ends for want of anything sent, whoever reads or writes here is asked; and what they typed is kept (WCAG 2.2.1).
const stay = ({ signedInAs, nonce }: Frame): Html | null =>
  signedInAs?.stay
    ? html`<dialog class="app-stay" aria-labelledby="stay-title" data-stay="${signedInAs.stay.url}" data-minutes="${signedInAs.stay.minutes}"><h2 class="govuk-heading-m" id="stay-title">You will be signed out soon</h2><p class="govuk-body">Nothing was sent for a while. In <span data-stay-left>2 minutes</span> you are signed out, so that nobody else can read this screen. What you typed is kept for you.</p>${postForm({ action: signedInAs.stay.url }, html`<button type="button" class="govuk-button">Stay signed in</button>`)}</dialog><script type="module" nonce="${nonce}" src="${assetUrl('app/stay.js')}"></script>`
    : null

function flash({ flash: said }: Frame): Html | null {
  if (!said) return null
  const { text, type = 'success' } = typeof said === 'string' ? { text: said } : said
  return notificationBanner({ text, type: type === 'success' ? type : undefined })
}

/** What was typed before and not saved stands in the form again, and whoever typed it is told so. */
const restored = ({ draft }: Frame): Html | null =>
  draft?.restored
    ? insetText({
        html: html`<p class="govuk-body">This is what you typed on ${draft.restored}. It is not saved yet. Nobody else sees it.</p>
        ${postForm({ action: draft.discard, hidden: { _url: draft.url } }, html`<button class="app-link-button">Discard it and begin again</button>`)}`,
      })
    : null

const errors = ({ errors: errorList }: Frame): Html | null =>
  errorList?.length ? errorSummary({ titleText: 'There is a problem', errorList }) : null
