import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FORENAMES = ['Ada', 'Bea', 'Cal', 'Dee', 'Eli', 'Fay', 'Gus', 'Ida']
const SURNAMES = ['Ashby', 'Brook', 'Croft', 'Dale', 'Elms', 'Firth', 'Grange', 'Heath', 'Ings']
const two = (n: number) => String(n).padStart(2, '0')
const ukDay = (n: number) => `${two((n % 27) + 1)}/${two((n % 12) + 1)}/${2017 + (n % 2)}`

/**
 * A folder with an invented service's export in the columns of Victim CARE's: `people` people with two referrals for every third, a case
 * each, two actions a case, and the other files. The larger tests use it instead of a copy of the whole.
 */
export function writeExport(people: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-export-'))
  const referrals: (string | number)[][] = []
  for (let p = 0; p < people; p++)
    for (let again = 0; again < (p % 3 === 0 ? 2 : 1); again++) {
      const number = `V${String(referrals.length + 1).padStart(6, '0')}`
      const person = [
        SURNAMES[p % 9]!,
        FORENAMES[p % 8]!,
        `${ukDay(p).slice(0, 6)}${1940 + (p % 60)}`,
        p % 2 ? 'F' : 'M',
        'W1',
        `NG${(p % 9) + 1} ${p % 10}AB`,
        `07700 900${String(p % 1000).padStart(3, '0')}`,
        '',
      ]
      referrals.push([
        number,
        ukDay(p),
        p % 5 === 0 ? 'Self' : 'Nottinghamshire Police',
        `C/${p}/${again}`,
        'Theft from the person',
        '',
        'Informed',
        'Nottingham',
        `P${p}`,
        ...person,
      ])
    }
  const cases = referrals.map(([number], n) => [
    `K${n}`,
    number!,
    ukDay(n),
    n % 4 ? 'Brief' : 'Intensive',
    'D Jessop',
    n % 3 ? ukDay(n) : '',
    n % 3 ? 'Disengaged' : '',
  ])
  const actions = cases.flatMap(([reference], n) =>
    [0, 1].map((which) => [
      n * 2 + which + 1,
      reference!,
      ukDay(n),
      which ? 'Advocacy' : 'Target hardening',
      which ? 1 : 2,
      'D Jessop',
    ]),
  )
  write(
    folder,
    'referrals.csv',
    'Ref No,Received,Source,Crime Number,Offence,Hate Strand,Consent,District,Person ID,Surname,Forename,DOB,Sex,Ethnicity,Postcode,Mobile,Email',
    referrals,
  )
  write(folder, 'cases.csv', 'Case Ref,Ref No,Opened,Level,Caseworker,Closed,Close Reason', cases)
  write(folder, 'actions.csv', 'Action ID,Case Ref,Date,Type,Quantity,Worker', actions)
  write(
    folder,
    'self-assessments.csv',
    'Case Ref,Date,Stage,Health and wellbeing,Ability to cope,Feelings of safety,Informed and empowered',
    cases.flatMap(([c], n) =>
      n % 2
        ? [
            [c!, ukDay(n), 'Initial', 2, 3, '', 1],
            [c!, ukDay(n), 'Final', 4, 3, 2, 5],
          ]
        : [],
    ),
  )
  write(
    folder,
    'surveys.csv',
    'Case Ref,Sent,Returned,Satisfaction,Use Again,Recommend',
    cases.map(([c], n) => [
      c!,
      ukDay(n),
      ...(n % 3 ? ['', '', '', ''] : [ukDay(n), 'Completely satisfied', 'Y', 'N']),
    ]),
  )
  write(
    folder,
    'restorative-justice.csv',
    'RJ Ref,Ref No,Received,Source,Outcome',
    referrals
      .slice(0, 40)
      .map(([r], n) => [
        `J${n}`,
        r!,
        ukDay(n),
        'Witness Care Unit',
        ['', 'Letter', 'Victim withdrew', 'Non-engagement', 'In preparation'][n % 5]!,
      ]),
  )
  write(folder, 'community-points.csv', 'Organisation,District,Stage,Registered On,Sites', [
    ['Mill', 'Mansfield', 'Registered', '01/02/2018', 3],
    ['Forge', 'Bassetlaw', 'Engaged', '', ''],
  ])
  return folder
}

/** Writes one file with CRLF, as an old system on Windows would. */
export const write = (
  folder: string,
  file: string,
  headings: string,
  rows: readonly (readonly (string | number)[])[],
) => writeFileSync(join(folder, file), `${[headings, ...rows.map((row) => row.join(','))].join('\r\n')}\r\n`)
