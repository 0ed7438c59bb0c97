// Invented forces write the same kind of facts in wildly different files, read by profiles written from docs/extracts.md alone. Every measure is
// what was written in.
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Fact, parts, yearOf } from './facts.ts'
import { isCounted, read, write } from './read-facts.ts'

test('titles above the headings, ISO times of another zone, codes for everything, several flags in one column', async () => {
  const facts = yearOf('dale', 2015)
  const codes = ['Violence with injury', 'Rape', 'Burglary', 'Criminal damage & arson']
  // Half an hour after midnight in London in summer is the day before in UTC.
  const utc = (day: string) =>
    new Date(
      Date.parse(`${day}T00:30:00${/-(0[4-9]|10-[01])/.test(day.slice(4)) ? '+01:00' : 'Z'}`),
    ).toISOString()
  const rows = facts.flatMap((f) => {
    const flags = [...(f.domestic ? ['DV'] : []), ...f.strands.map((one) => `H-${one[0]}`)].join('/')
    const own = [f.number, utc(f.day), `C${codes.indexOf(f.class)}`, flags, f.district.slice(0, 1)]
    return f.other
      ? [[...own, f.other.type === 'state' ? '3' : '2', `"${f.other.name}, ""HQ"""`, '', '', ''].join(',')]
      : f.people.map((one) =>
          [...own, '1', one.surname, one.forenames, one.born.replaceAll('-', ''), one.phone].join(','),
        )
  })
  const file = write(
    'dale.csv',
    ['Dales Police', 'Extract of all crime', '', 'id,at,cls,flags,bcu,vt,sn,fn,dob,tel', ...rows].join('\n'),
  )
  const [result] = await read(
    {
      profile: 'dale',
      title: 'Dales Police',
      file: { header_row: 4 },
      date_formats: ['YYYY-MM-DDTHH:mm:ssZ'],
      time_zone: 'UTC',
      columns: {
        crime_number: 'id',
        recorded_on: 'at',
        class: { column: 'cls', codes: { C0: codes[0], C1: codes[1], C2: codes[2], C3: codes[3] } },
        domestic: { column: 'flags', any_of: ['DV'], split: '/' },
        hate_strand: {
          column: 'flags',
          split: '/',
          codes: { 'H-R': 'Race', 'H-D': 'Disability', 'H-F': 'Faith', DV: null },
        },
        district: { column: 'bcu', codes: { A: 'Ashfield', G: 'Gedling', R: 'Rushcliffe' } },
        victim_type: { column: 'vt', codes: { '1': 'person', '2': 'organisation', '3': 'state' } },
        surname: 'sn',
        forenames: 'fn',
        born_on: { column: 'dob', date_formats: ['YYYYMMDD'] },
        phone: 'tel',
      },
    },
    file,
  )
  assert.deepEqual(result!.refused, [])
  await isCounted(facts, 2015)
})

test('no headings, no number of the crime and no births: each row is a crime, and rows wholly alike are one', async () => {
  const facts = yearOf('moor', 2016).map((f, i) => ({
    ...f,
    people: f.people.slice(0, 1),
    day: `2016-${f.day.slice(5)}`,
    number: `${i}`,
  }))
  const rows = facts.map((f, i) => {
    const [one] = f.people
    return [
      f.day.split('-').toReversed().join('.'),
      f.class,
      f.district,
      f.domestic ? '1' : '',
      f.strands.join('|'),
      one ? `${one.forenames} ${one.surname}` : (f.other?.name ?? ''),
      one ? String(20 + (i % 50)) : '',
      one?.postcode ?? '',
      one?.phone ?? '',
      one ? 'M' : (f.other!.type[0] ?? ''),
    ].join('\t')
  })
  const file = write('moor.tsv', [...rows, ...rows.slice(0, 5)].join('\n'))
  const profile = {
    profile: 'moor',
    title: 'Moorland Police',
    file: { separator: 'tab', header_row: 0 },
    date_formats: ['DD.MM.YYYY'],
    name_order: 'forenames surname',
    columns: {
      recorded_on: 1,
      class: 2,
      district: 3,
      domestic: 4,
      hate_strand: { column: 5, split: '|' },
      full_name: 6,
      postcode: 8,
      phone: 9,
      victim_type: { column: 10, codes: { M: 'person', o: 'organisation', s: 'state' } },
    },
  }
  const [first, again] = await read(profile, file, file)
  assert.deepEqual([first!.rows_read, first!.rows_kept, first!.there_already], [125, 120, 5])
  assert.deepEqual([again!.rows_kept, again!.there_already], [0, 125])
  await isCounted(facts, 2016)
})

test('two files that tell the same crimes, names in capitals in one, months in words', async () => {
  const facts = yearOf('vale', 2017)
  const months =
    'January February March April May June July August September October November December'.split(' ')
  const long = (day: string) => (({ d, m, year }) => `${months[m - 1]} ${d} ${year}`)(parts(day))
  const rowsOf = (some: readonly Fact[], capital: boolean) =>
    some.flatMap((f) =>
      (f.other ? [undefined] : f.people).map((one) =>
        [
          f.number,
          long(f.day),
          f.class,
          f.domestic ? 'Y' : 'N',
          f.strands.join('^'),
          f.district,
          one ? (capital ? one.surname.toUpperCase() : one.surname) : f.other!.name,
          one?.forenames ?? '',
          one ? long(one.born) : '',
          one?.postcode ?? '',
          f.other ? (f.other.type === 'state' ? 'Crown' : 'Corporate') : 'Individual',
        ]
          .map((cell) => `'${cell}'`)
          .join('|'),
      ),
    )
  const head = 'Crime|Recorded|HO class|DA|Strand|LA|Last|First|Born|Code|Victim is'
  const files = [
    write('vale-1.txt', [head, ...rowsOf(facts.slice(0, 80), false)].join('\n')),
    write('vale-2.txt', [head, ...rowsOf(facts.slice(60), true), '*** 90 RECORDS'].join('\n')),
  ]
  const [, second] = await read(
    {
      profile: 'vale',
      title: 'Vale Constabulary',
      file: { separator: '|', quote: "'", skip_lines_starting: ['***'] },
      date_formats: ['MMMM D YYYY'],
      columns: {
        crime_number: 'Crime',
        recorded_on: 'Recorded',
        class: 'HO class',
        domestic: 'DA',
        hate_strand: { column: 'Strand', split: '^' },
        district: 'LA',
        surname: 'Last',
        forenames: 'First',
        born_on: 'Born',
        postcode: 'Code',
        victim_type: 'Victim is',
      },
    },
    ...files,
  )
  const twice = facts.slice(60, 80).reduce((sum, f) => sum + new Set(f.people).size + (f.other ? 1 : 0), 0)
  assert.ok(second!.there_already >= twice, `${second!.there_already} of ${twice}`)
  await isCounted(facts, 2017)
})
