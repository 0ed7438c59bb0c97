import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A folder with the export of an invented service unlike any other: people in a file of their own, a file of referrals a year, assessments as columns of
 * the case, actions with a count, stages of a Community Point as columns, in windows-1252.
 */
export function writeOtherService(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-other-service-'))
  const put = (name: string, lines: string[], encoding: BufferEncoding = 'latin1') => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), Buffer.from(`${lines.join('\r\n')}\r\n`, encoding))
  }
  put('people/clients.txt', [
    'ClientID|Client|Birth date|Lives in',
    "p1|Zoë van der Berg|1980-02-01|'Eden'",
    'p2|Bo Ash|n/k|Carlisle',
    'p3|Cyd Oak|1999-12-31|Carlisle',
  ])
  put('in/2022.txt', ['No|ClientID|Came|How|DA', 'r1|p1|2022-01-03|Us|', 'r2|p2|2022-05-01|Police|Y'])
  put('in/2023.txt', [
    'No|ClientID|Came|How|DA',
    'r3|p2|2023-02-01|Friend|',
    'r4|p3|2023-02-02|Police|',
    'r5|p9|2023-02-03|Police|',
    'r1|p1|2023-02-04|Us|',
  ])
  const STAGES = ['First', 'Mid', 'Last']
  put('cases.txt', [
    `Case|No|Start|Kind|End|Why|${STAGES.flatMap((s) => [`${s} on`, `${s} cope`, `${s} safe`]).join('|')}`,
    'c1|r1|2022-01-05|Full|2022-06-30||2022-01-06|2|never|2022-03-01|3||2022-06-20|5|never',
    'c2|r2|2022-05-03|Light|||2022-05-04|4|always||||2022-09-01|3|',
    'c3|r4|2023-02-03|Light|2023-03-01|Moved away|||||||||',
  ])
  put('work.txt', [
    'Case|Day|What|Times',
    'c1|2022-01-10|Rang|3',
    'c1|2022-01-10|Rang|3',
    'c1|2022-02-10|Locks|4',
    'c2|2022-06-01|Visit|1',
    'c2|2022-06-02|Visit|0',
  ])
  put('rj.txt', [
    'RJ|Client|Day|Result',
    'j1|p1|2022-02-01|Met',
    'j2|p2|2022-06-01|',
    'j3|p3|2023-03-01|Wrote',
  ])
  put(
    'partners.csv',
    ['Group,Met,Signed,Ended', 'Forge,2022-01-01,2022-01-01,', 'Mill,2021-06-01,,2022-08-01'],
    'utf8',
  )
  return folder
}

const SCORES = { column: '', codes: { never: 1, always: 6 } }
const part = (stage: string, code: string) => ({
  file: 'cases.txt',
  only: { column: `${stage} on`, filled: true },
  columns: {
    case_reference: 'Case',
    assessed_on: `${stage} on`,
    stage: { constant: code },
    scale: { constant: 6 },
    cope: `${stage} cope`,
    safety: { ...SCORES, column: `${stage} safe` },
  },
})
const referrals = (file: string) => ({
  file,
  columns: {
    reference: 'No',
    person_reference: 'ClientID',
    received_on: 'Came',
    source: { column: 'How', codes: { Us: 'self', Friend: 'family-friend', Police: 'police-adt' } },
    domestic: 'DA',
  },
})
const point = (stage: string, column: string) => ({
  file: 'partners.csv',
  format: { separator: ',' },
  only: { column, filled: true },
  columns: {
    name: 'Group',
    district: { constant: 'County wide' },
    stage: { constant: stage },
    reached_on: column,
  },
})
/** The profile of that export, written from docs/moving.md alone. */
export const OTHER_PROFILE = {
  profile: 'fellside',
  title: 'Fellside, from its spreadsheets',
  file: { encoding: 'latin1', separator: '|', quote: "'" },
  date_formats: ['YYYY-MM-DD'],
  empty_values: ['n/k'],
  name_order: 'forenames surname',
  files: {
    people: {
      file: 'people/clients.txt',
      columns: { reference: 'ClientID', full_name: 'Client', born_on: 'Birth date', district: 'Lives in' },
    },
    referrals: [referrals('in/2022.txt'), referrals('in/2023.txt')],
    cases: {
      file: 'cases.txt',
      columns: {
        reference: 'Case',
        referral_reference: 'No',
        opened_on: 'Start',
        tier: { column: 'Kind', codes: { Full: 'longer-term', Light: 'brief' } },
        closed_on: 'End',
        close_reason: { column: 'Why', codes: { 'Moved away': 'moved' }, default: 'completed' },
      },
    },
    actions: {
      file: 'work.txt',
      only: { column: 'Times', none_of: ['0'] },
      columns: {
        case_reference: 'Case',
        acted_on: 'Day',
        type: {
          column: 'What',
          codes: { Rang: 'phone-support', Locks: 'target-hardening', Visit: 'home-visit' },
        },
        quantity: 'Times',
      },
    },
    self_assessments: [part('First', 'first'), part('Mid', 'review'), part('Last', 'last')],
    restorative_justice: {
      file: 'rj.txt',
      columns: {
        reference: 'RJ',
        person_reference: 'Client',
        received_on: 'Day',
        source: { constant: 'caseworker' },
        outcome: { column: 'Result', codes: { Met: 'conference', Wrote: 'letter' } },
      },
    },
    community_points: [point('engaged', 'Met'), point('registered', 'Signed'), point('lapsed', 'Ended')],
  },
}
