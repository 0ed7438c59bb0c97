import { html } from '../html.ts'
import type { Content } from '../html.ts'
import { assetUrl } from '../assets.ts'
import { page } from './page.ts'
import type { Page, PageBody, PageOptions } from './page.ts'
import { postForm } from './post-form.ts'
import type { PostFormOptions } from './post-form.ts'

export type FormPageOptions = PageOptions &
  Pick<PostFormOptions, 'submit' | 'secondary' | 'multipart' | 'action' | 'warning'> &
  Readonly<{
    /** Between the heading and the form: what is being decided. */
    before?: Content
    /** After the form: another thing that can be done here. */
    after?: Content
  }>

/** A page that is one form, sent to its own address. Its button says "Save" unless told. */
export function formPage(options: FormPageOptions, body: PageBody): Page {
  const { before, after, submit = 'Save', secondary, multipart, action, warning, ...rest } = options
  const form = { submit, secondary, multipart, action, warning }
  return page(
    rest,
    (frame) =>
      html`${before}${postForm({ ...form, draft: frame.draft?.keep ? { keep: frame.draft.keep, url: frame.draft.url } : undefined }, typeof body === 'function' ? body(frame) : body)}${
        frame.draft?.keep
          ? html`<script type="module" nonce="${frame.nonce}" src="${assetUrl('app/draft.js')}"></script>`
          : null
      }${after}`,
  )
}
