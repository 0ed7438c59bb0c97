/** A file before anything is made of it: its lines and rows in order. */
export type Raw =
  | {
      readonly kind: 'words'
      readonly text: string
      readonly line?: number
      readonly level?: number
      readonly listed?: boolean
      readonly bold?: boolean
      /** An empty line or a new paragraph before it and after it. */
      readonly alone: boolean
    }
  | {
      readonly kind: 'table'
      readonly rows: readonly { readonly cells: readonly string[]; readonly line?: number }[]
      readonly header_marked?: boolean
    }
  | { readonly kind: 'picture'; readonly alt: string; readonly line?: number }
export type RawLink = {
  readonly text: string
  readonly href_of_link: string
  readonly sentence: string
  readonly line?: number
}
export type RawFile = {
  readonly source: 'text' | 'docx'
  readonly raws: readonly Raw[]
  readonly links: readonly RawLink[]
}
