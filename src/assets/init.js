// Starts the official scripts on what the page has. MoJ's are fetched only by pages that use one.
import { initAll } from '../govuk/govuk-frontend.min.js'

initAll()

if (document.querySelector('[data-module^="moj-"]')) {
  const moj = await import('../moj/moj-frontend.min.js')
  moj.initAll()
}
