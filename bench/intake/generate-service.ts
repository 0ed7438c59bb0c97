import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inventPerson } from '../stage/invented-person.ts'
import { makeRandom } from '../stage/random.ts'
import { dayOf2017, writtenDay } from './written-day.ts'

/** As many rows as Nottinghamshire Victim CARE's export of 2017 to 2018 has. */
export const SERVICE_ROWS = {
  referrals: 16_707,
  cases: 8029,
  actions: 23_286,
  'self-assessments': 1234,
  surveys: 2400,
  'restorative-justice': 497,
  'community-points': 104,
} as const

const DISTRICTS = ['Nottingham', 'Ashfield', 'Bassetlaw', 'Broxtowe', 'Gedling', 'Mansfield', 'Rushcliffe']
const ACTIONS = [
  'Emotional support',
  'Phone support',
  'Information and advice',
  'Advocacy',
  'Home visit',
  'Target hardening',
]
const WORKERS = ['D Jessop', 'N Hale', 'L Gorski', 'A Ibbotson', 'R Adeyemi']

/** Writes an export of an old case system into a folder: the shape of the profile victim-care-2019, people who never were. Returns its rows. */
export function generateService(folder: string): number {
  const random = makeRandom(2019)
  const n = SERVICE_ROWS
  const write = (name: keyof typeof n, headings: string, row: (at: number) => (string | number)[]) =>
    writeFileSync(
      join(folder, `${name}.csv`),
      [headings, ...Array.from({ length: n[name] }, (_, at) => row(at).join(','))].join('\r\n'),
    )
  const on = (days: number) => writtenDay(dayOf2017(days))
  const referral = (at: number) => `VC${String(at + 1).padStart(6, '0')}`
  const caseRef = (at: number) => `C${String(at + 1).padStart(5, '0')}`
  const openedOn = (at: number) => Math.floor((at / n.cases) * 700) + 5
  const score = () => 1 + random.below(5)
  write(
    'referrals',
    'Ref No,Received,Source,Crime Number,Offence,Hate Strand,Consent,District,Person ID,Surname,Forename,DOB,Sex,Ethnicity,Postcode,Mobile,Email',
    (at) => {
      const { surname, forename, date_of_birth, sex, postcode, mobile, email } = inventPerson(random, at)
      const self = at % 37 === 0
      return [
        referral(at),
        on(Math.floor((at / n.referrals) * 700)),
        self ? 'Self' : 'Nottinghamshire Police',
        `NOT/2017/${200_000 + at}`,
        random.pick(['Harassment', 'Burglary Dwelling', 'Common assault']),
        '',
        self ? 'Self' : 'Informed',
        random.pick(DISTRICTS),
        `N${1_000_000 + at}`,
        surname,
        forename,
        writtenDay(date_of_birth),
        sex,
        'W1',
        postcode,
        mobile,
        email ?? '',
      ]
    },
  )
  write('cases', 'Case Ref,Ref No,Opened,Level,Caseworker,Closed,Close Reason', (at) => {
    const open = at % 18 === 0
    const opened = openedOn(at)
    return [
      caseRef(at),
      referral(at * 2),
      on(opened),
      at % 3 === 0 ? 'Intensive' : 'Brief',
      random.pick(WORKERS),
      open ? '' : on(opened + 30),
      open ? '' : random.pick(['Support plan completed', 'Disengaged']),
    ]
  })
  write('actions', 'Action ID,Case Ref,Date,Type,Quantity,Worker', (at) => {
    const of = at % n.cases
    return [at + 1, caseRef(of), on(openedOn(of) + 3), random.pickCommon(ACTIONS), 1, random.pick(WORKERS)]
  })
  write(
    'self-assessments',
    'Case Ref,Date,Stage,Health and wellbeing,Ability to cope,Feelings of safety,Informed and empowered',
    (at) => [
      caseRef((at >> 1) * 3),
      on(openedOn((at >> 1) * 3) + 2 + (at % 2) * 20),
      at % 2 ? 'Final' : 'Initial',
      score(),
      score(),
      score(),
      score(),
    ],
  )
  write('surveys', 'Case Ref,Sent,Returned,Satisfaction,Use Again,Recommend', (at) => {
    const sent = openedOn(at * 3 + 1) + 40
    const came = at % 4 === 0
    return [
      caseRef(at * 3 + 1),
      on(sent),
      ...(came ? [on(sent + 9), 'Completely satisfied', 'Y', 'Y'] : ['', '', '', '']),
    ]
  })
  write('restorative-justice', 'RJ Ref,Ref No,Received,Source,Outcome', (at) => [
    `RJ${String(at + 1).padStart(4, '0')}`,
    referral(at * 30),
    on(Math.floor(at * 1.4)),
    'Victim CARE caseworker',
    random.pick(['', '', 'Victim withdrew', 'Restorative conversation', 'Insufficient offender information']),
  ])
  write('community-points', 'Organisation,District,Stage,Registered On,Sites', (at) => [
    `Invented Hub ${at + 1}`,
    random.pick(DISTRICTS),
    ...(at < 29 ? ['Registered', on(300 + at)] : ['Engaged', '']),
    1,
  ])
  return Object.values(n).reduce((sum, rows) => sum + rows, 0)
}
