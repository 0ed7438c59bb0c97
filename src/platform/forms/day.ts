import { dateInput } from '../design-system/index.ts'
import type { Field, FieldOptions, FilledField, Typed } from './field.ts'
import { textOf } from './field.ts'
import { capital, label } from './words.ts'

type DayOptions = FieldOptions & { mustBePast?: boolean; mustBeFuture?: boolean }
type Parts = { day: string; month: string; year: string }

/** A day, 'YYYY-MM-DD'; `null` when optional and empty. Today counts as past and as future. */
export function day<const O extends DayOptions>(
  options: O,
): Field<O extends { optional: true } ? string | null : string> {
  type Value = O extends { optional: true } ? string | null : string
  return {
    kind: 'day',
    options,
    typed: (body, name) => ({
      day: textOf(body[`${name}-day`]).trim(),
      month: textOf(body[`${name}-month`]).trim(),
      year: textOf(body[`${name}-year`]).trim(),
    }),
    read: (typed: Typed, today: string) => {
      const parts = partsOf(typed)
      const missing = (['day', 'month', 'year'] as const).filter((part) => parts[part] === '')
      if (missing.length === 3)
        return options.optional ? { value: null as Value } : { message: `Enter ${options.name}` }
      if (missing.length > 0)
        return { message: `${capital(options.name)} must include a ${missing.join(' and ')}` }
      const year = Number(parts.year)
      if (/^\d+$/.test(parts.year) && parts.year.length !== 4)
        return { message: `The year of ${options.name} must have four digits, like ${today.slice(0, 4)}` }
      if (year < YEARS.first || year > YEARS.last)
        return {
          message: `The year of ${options.name} must be between ${YEARS.first} and ${YEARS.last}. You typed ${year}`,
        }
      const value = realDay(parts)
      if (!value) return { message: `${capital(options.name)} must be a real date` }
      if (options.mustBePast && value > today)
        return { message: `${capital(options.name)} must be today or in the past` }
      if (options.mustBeFuture && value < today)
        return { message: `${capital(options.name)} must be today or in the future` }
      return { value: value }
    },
    retype: (value) => {
      const [year = '', month = '', date = ''] = (value ?? '').split('-')
      return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
    },
    render: (field: FilledField) => {
      const parts = partsOf(field.typed)
      const item = (part: keyof Parts, text: string, width: 2 | 4) => ({
        name: part,
        label: text,
        value: parts[part],
        classes: `govuk-input--width-${width}${field.message ? ' govuk-input--error' : ''}`,
      })
      return dateInput({
        id: field.name,
        namePrefix: field.name,
        items: [item('day', 'Day', 2), item('month', 'Month', 2), item('year', 'Year', 4)],
        fieldset: { legend: { text: label(options), classes: 'govuk-fieldset__legend--s' } },
        ...(options.hint ? { hint: { text: options.hint } } : {}),
        ...(field.message ? { errorMessage: { text: field.message } } : {}),
      })
    },
  }
}

const partsOf = (typed: Typed | undefined): Parts =>
  typed && typeof typed === 'object' && !Array.isArray(typed) ? typed : { day: '', month: '', year: '' }

// Nobody alive was born before the first, and nothing here is planned for after the last.
const YEARS = { first: 1880, last: 2200 } as const
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function realDay({ day: date, month, year }: Parts): string | undefined {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const [d, m, y] = [Number(date), named || Number(month), Number(year)]
  if (![d, m, y].every(Number.isInteger)) return undefined
  const made = new Date(Date.UTC(y, m - 1, d))
  if (made.getUTCMonth() !== m - 1 || made.getUTCDate() !== d) return undefined
  return made.toISOString().slice(0, 10)
}
