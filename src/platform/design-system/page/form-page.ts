import { html } from '../html.ts'
import type { Content } from '../html.ts'
import { page } from './page.ts'
import type { Page, PageBody, PageOptions } from './page.ts'
import { postForm } from './post-form.ts'
import type { PostFormOptions } from './post-form.ts'

export type FormPageOptions = PageOptions &
  Pick<PostFormOptions, 'submit' | 'secondary' | 'multipart' | 'action' | 'warning'> &
  Readonly<{
    /** Between the heading and the form: what is being decided. */
    before?: Content
  }>

/** A page that is one form, sent to its own address. Its button says "Save" unless told. */
export function formPage(options: FormPageOptions, body: PageBody): Page {
  const { before, submit = 'Save', secondary, multipart, action, warning, ...rest } = options
  const form = { submit, secondary, multipart, action, warning }
  return page(
    rest,
    (frame) => html`${before}${postForm(form, typeof body === 'function' ? body(frame) : body)}`,
  )
}
