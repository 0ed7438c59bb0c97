import type { Html } from '../html.ts'
import { formPage } from '../page/form-page.ts'
import type { Frame } from '../page/frame.ts'
import { layout } from '../page/layout.ts'
import { page } from '../page/page.ts'
import { postForm } from '../page/post-form.ts'
import { toAscii } from '../page/to-ascii.ts'
import * as patterns from '../patterns/index.ts'

const LINK = (text: string) => ({ text, href: `/${text}` })

const frame = (text: string): Frame => ({
  nonce: text,
  csrf: text,
  currentUrl: `/${text}`,
  service: { name: text, url: text },
  signedInAs: { name: text, detail: text, signOutUrl: text, accountUrl: text },
  navigation: [LINK(text), LINK('other')],
  demonstration: true,
  flash: text,
  errors: [{ text, href: `#${text}` }, { text }],
  footer: [LINK(text)],
})

/** Every pattern, a page and a form page, with one text in each place where text may stand. */
export const WITH_TEXT: Readonly<Record<string, (text: string) => Html | string>> = {
  dataTable: (text) =>
    patterns.dataTable({
      caption: text,
      rows: [text],
      narrow: 'scroll',
      columns: [{ heading: text, cell: (row) => row, sort: (row) => row }],
    }),
  emptyTable: (text) => patterns.dataTable({ caption: text, rows: [], columns: [], empty: text }),
  emptyState: (text) => patterns.emptyState({ text, action: LINK(text) }),
  figure: (text) =>
    patterns.figure({
      label: text,
      value: text,
      unit: text,
      of: { value: 1, label: text },
      definition: { href: text },
      note: text,
    }),
  identityBar: (text) =>
    patterns.identityBar({
      name: text,
      facts: [
        { label: text, value: text },
        { label: text, value: text, tone: 'urgent' },
      ],
      actions: [LINK(text)],
    }),
  keysetPagination: (text) =>
    patterns.keysetPagination({
      previous: text,
      next: text,
      previousText: text,
      nextText: text,
      label: text,
    }),
  lines: patterns.lines,
  link: (text) => patterns.link(text, `/${text}`, { hidden: text }),
  statusTag: (text) => patterns.statusTag(text),
  subNavigation: (text) => patterns.subNavigation([LINK(text), { ...LINK(text), active: true }], text),
  summary: (text) =>
    patterns.summary([{ key: text, value: text, change: { href: text, what: text, text } }], {
      card: { title: text, actions: [LINK(text)] },
    }),
  timeline: (text) =>
    patterns.timeline([{ title: text, at: '2026-07-01T09:00:00Z', by: text, body: text, href: text }]),
  postForm: (text) =>
    postForm({
      action: text,
      submit: text,
      secondary: LINK(text),
      hidden: { a: text },
      classes: text,
    }),
  page: (text) =>
    toAscii(
      layout(
        page(
          {
            title: text,
            caption: text,
            breadcrumbs: [LINK(text)],
            aside: text,
            lang: text,
            languages: [{ ...LINK(text), lang: text }],
            exit: { redirectUrl: text },
          },
          patterns.lines(text),
        ),
        frame(text),
      ),
    ),
  formPage: (text) =>
    layout(
      formPage({ title: text, heading: text, before: text, back: LINK(text) }, patterns.lines(text)),
      frame(text),
    ),
}
