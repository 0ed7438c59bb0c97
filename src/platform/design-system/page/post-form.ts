import { html } from '../html.ts'
import type { Content, Html } from '../html.ts'
import { attribute } from '../attributes.ts'
import { button } from '../govuk/button.ts'
import { csrfField } from './csrf-field.ts'

export type PostFormOptions = Readonly<{
  /** The same address unless told. */
  action?: string
  /** The button's words; without them the body brings its own buttons. */
  submit?: string
  /** A link beside the button, such as Cancel. */
  secondary?: Readonly<{ text: string; href: string }>
  /** The button is red: what it does cannot be undone. */
  warning?: boolean
  /** The button is grey: not the main thing to do here. */
  quiet?: boolean
  /** Needed when the form sends a file. */
  multipart?: boolean
  hidden?: Readonly<Record<string, string | number>>
  classes?: string
  /** Where what is typed is kept while it is typed, and at which address it belongs. */
  draft?: Readonly<{ keep: string; url: string }> | undefined
}>

/** A form that is posted, with its token. The server checks what was typed, so the browser does not. */
export function postForm(options: PostFormOptions, body?: Content): Html {
  const { draft } = options
  const hidden = Object.entries({ ...options.hidden, ...(draft ? { _url: draft.url } : {}) }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const encoding = options.multipart ? 'multipart/form-data' : undefined
  return html`<form method="post"${attribute('action', options.action)}${attribute('enctype', encoding)}${attribute('class', options.classes)}${attribute('data-draft', draft?.keep)} novalidate>${csrfField()}${hidden}${body}${buttons(options)}${draft ? html`<p class="govuk-body-s" role="status" data-draft-status></p>` : null}</form>`
}

function buttons({ submit, secondary, warning, quiet, draft }: PostFormOptions): Html | null {
  if (!submit) return null
  const classes = warning ? 'govuk-button--warning' : quiet ? 'govuk-button--secondary' : undefined
  const main = button({
    text: submit,
    classes,
    preventDoubleClick: true,
    attributes: draft && { accesskey: 's' },
  })
  if (!secondary && !draft) return main
  const later =
    draft &&
    button({ text: 'Save draft', classes: 'govuk-button--secondary', attributes: { formaction: draft.keep } })
  return html`<div class="govuk-button-group">${main}${later}${secondary && html`<a class="govuk-link" href="${secondary.href}">${secondary.text}</a>`}</div>`
}
