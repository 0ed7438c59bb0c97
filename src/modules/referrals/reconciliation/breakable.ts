import { html, type Html } from '#platform/design-system/index.ts'

/** A file's name that may go on to the next line after its hyphens and low lines, so that a phone need not scroll sideways. */
export const breakable = (file_name: string): Html =>
  html`${file_name.split(/(?<=[_.-])/).map((part) => html`${part}<wbr>`)}`
