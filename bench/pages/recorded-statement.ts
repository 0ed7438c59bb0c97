/** Where a value of a statement comes from, found by running the request once: see record-statements.ts. */
export type ValueFrom =
  | { constant: unknown }
  /** Bytes, which do not travel between processes as they are. */
  | { hex: string }
  /** A text with ids of the request (`input`), of earlier answers or newly made ones in it. */
  | { template: string; list?: boolean }

export type RecordedStatement = { text: string; values: ValueFrom[] }

/** What the bare server does for one address: the same statements with values of its own, and as many bytes back. */
export type RecordedRequest = {
  name: string
  statements: RecordedStatement[]
  bytes: number
  writes: boolean
}

/** The inputs of a request, by name: ids and the words that are searched for. */
export type Inputs = Record<string, string>
