import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute } from '../attributes.ts'
import { assetUrl } from '../assets.ts'
import { errorSummary } from '../govuk/error-summary.ts'
import { notificationBanner } from '../govuk/notification-banner.ts'
import { skipLink } from '../govuk/skip-link.ts'
import { withToken } from './csrf-field.ts'
import type { Frame } from './frame.ts'
import type { Page } from './page.ts'
import { pageFooter, pageHeader } from './page-edges.ts'
import { pageTop } from './page-top.ts'

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
${page.aside}${flash(frame)}${errors(frame)}
${page.body(frame)}
</main>
</div>
${pageFooter(frame)}
</body>
</html>
`
  return withToken(String(document), frame.csrf)
}

function flash({ flash: said }: Frame): Html | null {
  if (!said) return null
  const { text, type = 'success' } = typeof said === 'string' ? { text: said } : said
  return notificationBanner({ text, type: type === 'success' ? type : undefined })
}

const errors = ({ errors: errorList }: Frame): Html | null =>
  errorList?.length ? errorSummary({ titleText: 'There is a problem', errorList }) : null
