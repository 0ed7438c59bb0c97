import { found } from '#platform/errors.ts'
import { isDay } from '#reference'
import type { Period } from '../measures/index.ts'

/** A period as it stands in an address: '2013-04-01-to-2014-03-31'. */
export const addressOf = ({ from, to }: Period): string => `${from}-to-${to}`

/** The period of an address. Throws NotFound for one that is none. */
export function periodOf(address: string): Period {
  const [, from = '', to = ''] = /^(\d{4}-\d\d-\d\d)-to-(\d{4}-\d\d-\d\d)$/.exec(address) ?? []
  return found(isDay(from) && isDay(to) && from <= to ? { from, to } : undefined)
}

/** Where the public reads the tables of a period. */
export const publicTablesAddress = (area_code: string, address: string, version?: number): string =>
  `/published/${area_code}/recorded-crime/${address}${version === undefined ? '' : `/versions/${version}`}`
