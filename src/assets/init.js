// Starts the official scripts on what the page has. MoJ's are fetched only by pages that use one.
import { initAll } from '../govuk/govuk-frontend.min.js'

initAll()

// ARIA knows no radio that expands; what a choice reveals comes next in reading order anyway.
const keepPlain = () =>
  document
    .querySelectorAll('input[type=radio][aria-expanded]')
    .forEach((radio) => radio.removeAttribute('aria-expanded'))
keepPlain()
document.addEventListener('click', keepPlain)
addEventListener('pageshow', keepPlain)

if (document.querySelector('[data-module^="moj-"]')) {
  const moj = await import('../moj/moj-frontend.min.js')
  moj.initAll()
}
