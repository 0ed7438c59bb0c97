import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { assetUrl } from '../assets.ts'
import type { Frame } from '../page/frame.ts'

export type ProgressOptions = Readonly<{
  /** What is being done: "The file is being read". */
  label: string
  /** From 0 to 1; `undefined` while nobody can tell. */
  share: number | undefined
  /** How far it is, how fast, and the time that is left. */
  words: string
  /** The address of this page: without JavaScript a link looks again. */
  url: string
}>

/**
 * How far a long piece of work is. With JavaScript it follows the work by itself, and shows the page anew when the page has no
 * progress any more.
 */
export const progress = (frame: Frame, { label, share, words, url }: ProgressOptions): Html => html`
  <div class="app-progress" data-progress>
    <label class="govuk-label govuk-label--m" for="progress">${label}</label>
    <progress id="progress" class="app-progress__bar" max="100"${share === undefined ? null : html` value="${Math.floor(share * 100)}"`}></progress>
    <p class="govuk-body">${words}</p>
  </div>
  <p class="govuk-body app-progress__again"><a class="govuk-link" href="${url}">See how far it is now</a></p>
  <script type="module" nonce="${frame.nonce}" src="${assetUrl('app/progress.js')}"></script>`
