import { isFilled } from '../html.ts'
import type { Content, Html } from '../html.ts'
import type { Attributes } from '../attributes.ts'

/** What almost every official component takes: `html` wins over `text`; `text` is escaped. */
export type TextOrHtml = Readonly<{ text?: string | number; html?: Html }>

/** The classes and attributes that every official component lets its caller add. */
export type Extras = Readonly<{ classes?: string; attributes?: Attributes }>

/** The content the official templates would print: `html` when there is any, else `text`. */
export const contentOf = (params: TextOrHtml | undefined | null): Content =>
  isFilled(params?.html) ? params?.html : params?.text

/** Lists in the official templates may hold gaps (`null`, `false`), so that an item can be left out by a condition. */
export type Gaps<Item> = readonly (Item | null | undefined | false)[]
