import { html } from '../html.ts'
import type { Content, Html } from '../html.ts'
import type { Frame } from './frame.ts'

/** What stands around a page's content and differs from page to page. */
export type PageOptions = Readonly<{
  /** The browser's title and, unless `heading` says otherwise, the heading. Never a person's name: histories keep it. */
  title: string
  /** Another heading, which may name the person; `false` when the body brings its own `<h1>`. */
  heading?: Content | false
  /** A small line above the heading. It is not part of the browser's title. */
  caption?: Content
  width?: 'two-thirds' | 'full'
  back?: string | Readonly<{ href: string; text?: string }>
  breadcrumbs?: readonly Readonly<{ text: string; href: string }>[]
  /** Shows the button that leaves at once. For pages that a person harmed may be reading with someone near. */
  exit?: boolean | Readonly<{ redirectUrl: string }>
  /** The full width above the heading: who or what the page is about, and the pages beside it. */
  aside?: Content
  languages?: readonly Readonly<{ text: string; href: string; lang: string; current?: boolean }>[]
  lang?: string
  dir?: 'ltr' | 'rtl'
  status?: number
  /** A form answered by a form that begins: what it carries is no draft until something is typed into it. */
  begins?: true
}>

/** What a page prints: markup, or markup that depends on the request. */
export type PageBody = Html | ((frame: Frame) => Html)

/** A page that is ready but for its request: what a screen returns and `layout` prints. */
export type Page = Omit<PageOptions, 'heading' | 'caption'> &
  Readonly<{ kind: 'page'; body: (frame: Frame) => Html }>

/** A page with its heading. Two thirds of the width unless told, which is what people read best. */
export function page(options: PageOptions, body: PageBody): Page {
  const { heading, caption, ...rest } = options
  const above = html`${captionOf(caption)}${headingOf(heading ?? options.title)}`
  const column = options.width === 'full' ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds'
  return {
    ...rest,
    kind: 'page',
    body: (frame) =>
      html`<div class="govuk-grid-row"><div class="${column}">${above}${typeof body === 'function' ? body(frame) : body}</div></div>`,
  }
}

const captionOf = (caption: Content): Html | null =>
  caption ? html`<span class="govuk-caption-l">${caption}</span>` : null

const headingOf = (heading: Content | false): Html | null =>
  heading === false ? null : html`<h1 class="govuk-heading-l">${heading}</h1>`
