import type { Content } from '../design-system/index.ts'
import { Invalid } from '../errors.ts'
import type { Body, Field, FilledField, Typed } from './field.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- a form holds fields of every kind of value
type Fields = Record<string, Field<any>>

export type Form<F extends Fields = Fields> = {
  fields: F
  /** The values of what was sent, or throws Invalid with a message for each field at fault. */
  read: (body: Body, today: string) => { [N in keyof F]: F[N] extends Field<infer V> ? V : never }
  /** The form to show: with what was typed and its messages, with stored values, or empty. */
  fill: (content?: {
    body?: Body
    values?: Partial<Record<keyof F, unknown>>
    messages?: Record<string, string>
  }) => Filled<F>
}

// oxlint-disable-next-line typescript/no-explicit-any -- fields of every kind
export type AnyForm = Form<any>

/** The values of a form, from its fields: `ValuesOf<typeof contactAttemptForm>`. */
export type ValuesOf<T> =
  T extends Form<infer F> ? { [N in keyof F]: F[N] extends Field<infer V> ? V : never } : never

/** A form with what was typed: every field by name. */
export type Filled<F extends Fields = Fields> = { [N in keyof F]: FilledField }
export type FilledForm<T> = T extends Form<infer F> ? Filled<F> : never

/** Fields with labels, rules and messages, said once. */
export function form<const F extends Fields>(fields: F): Form<F> {
  return {
    fields,
    read: (body, today) => {
      const values: Record<string, unknown> = {}
      const messages: Record<string, string> = {}
      for (const [name, field] of Object.entries(fields)) {
        const read = field.read(field.typed(body, name), today)
        if ('message' in read) messages[name] = read.message
        else values[name] = read.value
      }
      if (Object.keys(messages).length > 0) throw new Invalid(messages)
      return values as ReturnType<Form<F>['read']>
    },
    fill: ({ body, values, messages } = {}) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, field]) => {
          const value = values?.[name as keyof F]
          const typed: Typed | undefined = body
            ? field.typed(body, name)
            : value !== undefined
              ? field.retype(value)
              : undefined
          return [name, { name, typed, message: messages?.[name], field }]
        }),
      ) as unknown as Filled<F>,
  }
}

/** One field on a page. */
export const field = (filled: FilledField): Content => filled.field.render(filled)

/** The links of the error summary: each message leads to its field. */
export function errorLinks(
  messages: Record<string, string>,
  fields: Fields = {},
): { text: string; href?: string }[] {
  return Object.entries(messages).map(([name, text]) => {
    if (name === '' || !fields[name]) return { text }
    const target = fields[name]
    return { text, href: `#${name}${target.kind === 'day' ? '-day' : ''}` }
  })
}

/** What was sent, without what must not be kept anywhere but where it belongs: passwords and keys. */
export const withoutSecrets = (body: Body, fields: Fields): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => fields[name]?.options.type !== 'password'))
