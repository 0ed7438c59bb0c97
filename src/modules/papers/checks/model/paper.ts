import type { Day } from '#platform/words/dates.ts'

/** Where a reader finds a part: its number as printed, or the line of the file it was read from. */
export type At = {
  readonly where: string
  readonly line?: number
  /** The record it was written from, for a paper written here. */
  readonly href?: string
}

/** As it is printed: 7, or '1.4' where the number says which part of the plan it is in. */
export type DeliverableNumber = number | string

/** The update that a part belongs to, in a paper that reports on deliverables. */
export type UpdateOf = {
  readonly deliverable: DeliverableNumber
  readonly dated_on?: Day
  readonly dated_to?: 'day' | 'month'
  readonly author?: string
}

/** `front`: the rows on top. `contacts`: whom to ask. `contents`: the list of contents. `note`: at the foot of a page. */
export type Zone = 'front' | 'contacts' | 'contents' | 'body' | 'note'

export type WordsPart = At & {
  readonly kind: 'heading' | 'paragraph' | 'bullet'
  readonly text: string
  readonly zone: Zone
  readonly number?: string
  /** Only where the file says it: a style in Word, signs in text. */
  readonly level?: number
  /** Words in bold only, that look like a heading and are none. */
  readonly looks_like_heading?: boolean
  /** The heading it stands under. */
  readonly section: string
  readonly update?: UpdateOf
  /** Written by a person, not by a template from the records. */
  readonly typed: boolean
  /** What in it is a figure of a measure, as printed. */
  readonly bound?: readonly string[]
  /** Numbers in it that somebody has said the source of, as they read in a sentence. */
  readonly sourced?: readonly string[]
  /** Figures in it that count people or what happened to them, not organisations, as printed. */
  readonly people?: readonly string[]
}
export type TablePart = At & {
  readonly kind: 'table'
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Whether the file marks its first row as a heading; undefined where it cannot say. */
  readonly header_marked?: boolean
  readonly section: string
  /** Written from the records, not typed. */
  readonly counted: boolean
}
export type PicturePart = At & { readonly kind: 'picture'; readonly alt: string }
export type Part = WordsPart | TablePart | PicturePart

export type Link = At & { readonly text: string; readonly href_of_link: string; readonly sentence: string }

export type CheckedDeliverable = At & {
  readonly number: DeliverableNumber
  readonly owners: string
  readonly words: string
  readonly status: string | null
  readonly text: string
  /** How many closed cycles in a row its owner gave nothing in, this one included; undefined where it cannot be known. */
  readonly silent_cycles?: number
}

/** An owner who gave none of the updates they were asked for in two cycles or more, in a sentence. */
export type CheckedOwner = At & { readonly why: string }

export type Sentence = At & {
  readonly text: string
  readonly part: number
  readonly section: string
  readonly zone: Zone
  readonly kind: WordsPart['kind']
  readonly typed: boolean
  readonly bound: readonly string[]
  readonly sourced: readonly string[]
  readonly people: readonly string[]
  readonly update?: UpdateOf
}

/** A figure of a paper written here: what is printed, and everything it is made of. */
export type CheckedFigure = {
  readonly title: string
  readonly printed: string
  readonly measure: string
  readonly from: Day
  readonly to: Day
  readonly value: number
  readonly n?: number
  /** One line of a breakdown. */
  readonly of_line?: true
  readonly href: string
  /** What an earlier signed paper gave for the same measure and period. */
  readonly earlier?: { readonly printed: string; readonly title: string; readonly href: string }
}

/** One paper, however it came: what every rule reads. */
export type CheckedPaper = {
  readonly source: 'draft' | 'text' | 'docx'
  readonly title: string
  readonly front: readonly { readonly label: string; readonly value: string }[]
  readonly parts: readonly Part[]
  readonly sentences: readonly Sentence[]
  readonly links: readonly Link[]
  readonly deliverables: readonly CheckedDeliverable[]
  /** Known of a paper written here only. */
  readonly silent_owners?: readonly CheckedOwner[]
  readonly figures: readonly CheckedFigure[]
  readonly facts: {
    readonly meeting_on?: Day
    readonly is_public: boolean
    /** Below which a count must not be read by the public: what the area has set; undefined for a file, that is of no area. */
    readonly hide_below?: number
    /** What the paper says it reports on, with the sentence that says so. */
    readonly period?: { readonly from: Day; readonly to: Day; readonly said: string; readonly where: string }
  }
  /** An earlier paper of another kind or organisation: its tables count other records. */
  readonly counts_others?: boolean
  /** Papers published before, for what they gave differently. */
  readonly earlier: readonly CheckedPaper[]
}

/** Words or numbers (`signs`) in a sentence or row (`quote`) of the part called `within`, where it is a table's. */
export type Telling = {
  readonly quote: string
  readonly signs: readonly string[]
  readonly within?: string
}

/** What one rule found. The same finding of the same sentence keeps its answer. */
export type Found = At & {
  readonly quote: string
  readonly severity: 'stops' | 'look'
  readonly why: string
  readonly to_do: string
  /** What in the sentence it is about, when there may be more than one. */
  readonly about?: string
  /** What tells it, for what only the public must not read: once none of it can be read, nothing is told. */
  readonly tells?: readonly Telling[]
  readonly href_text?: string
}
export type Rule = {
  readonly name: string
  readonly title: string
  readonly find: (paper: CheckedPaper) => readonly Found[]
}
