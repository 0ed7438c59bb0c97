import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonRecord } from '../index.ts'
import { gather, linkRecords } from '../index.ts'

const NAMES =
  'Amelia Ben Carmella Dylan Esme Finn Grace Harry Isla Jack Keira Liam Maya Noah Orla Poppy'.split(' ')
const FAMILIES =
  'Skiles Spinka Kertzmann Metz Cummerata Windler Greenfelder Klocko Torphy Lueilwitz Runte Zemlak'.split(' ')

/** Two hundred invented people, each with a second record that has one thing changed; the same every time. */
function town(): PersonRecord[] {
  let seed = 42
  const roll = (n: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >>> 8) % n
  }
  const two = (n: number) => String(1 + n).padStart(2, '0')
  const place = () => ({
    postcode: `NG${1 + roll(20)} ${roll(10)}${'ABDEF'[roll(5)]}${'GHJLN'[roll(5)]}`,
    address: `${1 + roll(90)} ${FAMILIES[roll(12)]} Road`,
  })
  return Array.from({ length: 200 }, (_, k) => {
    const record: PersonRecord = {
      forename: NAMES[roll(16)],
      surname: `${FAMILIES[roll(12)]}${'aeiou'[roll(5)]}${'nrst'[roll(4)]}`,
      date_of_birth: `${1940 + roll(60)}-${two(roll(12))}-${two(roll(28))}`,
      ...place(),
    }
    const changes: PersonRecord[] = [
      { surname: record.surname!.slice(0, -1) },
      place(),
      { date_of_birth: record.date_of_birth!.slice(0, 4) },
      { forename: record.surname, surname: record.forename },
    ]
    return [record, { ...record, ...changes[k % 4] }]
  }).flat()
}

const SMITH = {
  surname: 'Smithson',
  date_of_birth: '2010-03-04',
  address: '12 High Street',
  postcode: 'NG1 1AA',
  phone: '01632 960123',
  town: 'Nottingham',
}

test('twins at one address are never linked, by nickname, by likeness or by birthday', async () => {
  const pairs = [
    ['Jack', 'John'],
    ['Harry', 'Henry'],
    ['Jayden', 'Hayden'],
    ['Ella', 'Elle'],
    ['Olivia', 'Oliver'],
    ['Grace', 'Thomas'],
    ['Bill', 'William'],
    ['J', 'James'],
    ['Ava', 'Eva'],
    ['Aisha', 'Ayesha'],
  ]
  const families = pairs.map((_, k) => ({
    ...SMITH,
    surname: `${FAMILIES[k]}son`,
    address: `${k + 1} High Street`,
  }))
  const twins = pairs.flatMap((names, k) => names.map((forename) => ({ ...families[k], forename })))
  const { identities, links } = await linkRecords([...town(), ...twins])
  for (const [k, names] of pairs.entries()) {
    const at = 400 + 2 * k
    assert.notEqual(identities[at], identities[at + 1], names.join(' and '))
    assert.ok(!links.some(({ left, right }) => left === at && right === at + 1), names.join(' and '))
  }
})

test('twins are not chained by a third record without a forename', async () => {
  const records = [...town(), { ...SMITH, forename: 'Jack' }, { ...SMITH, forename: 'Ella' }, SMITH]
  const { identities } = await linkRecords(records)
  assert.notEqual(identities[400], identities[401])
})

test('twins are shown to a person as possible, with reasons', async () => {
  const { reviews } = await linkRecords([
    ...town(),
    { ...SMITH, forename: 'Harry' },
    { ...SMITH, forename: 'Henry' },
  ])
  const shown = reviews.find(({ left, right }) => left === 400 && right === 401)
  assert.ok(shown)
  assert.ok(shown.reasons.includes('forename is a short or other form of the same name'))
  assert.ok(shown.reasons.includes('same date of birth'))
})

test('a nickname with something of one person alone does link', async () => {
  const bill = { ...SMITH, email: 'w.smithson@example.org' }
  const { identities } = await linkRecords([
    ...town(),
    { ...bill, forename: 'Bill' },
    { ...bill, forename: 'William' },
  ])
  assert.equal(identities[400], identities[401])
})

test('twins registered one after the other are not linked by numbers one digit apart', async () => {
  const { identities } = await linkRecords([
    ...town(),
    { ...SMITH, forename: 'Grace', nominal: 'N1012761' },
    { ...SMITH, forename: 'Thomas', nominal: 'N1012762' },
  ])
  assert.notEqual(identities[400], identities[401])
})

/** Four thousand people of a few common names, each once but for the first forty: a list with hardly any duplicates. */
function manyNamesakes(): PersonRecord[] {
  const people = Array.from({ length: 4000 }, (_, k): PersonRecord => {
    const spread = Math.imul(k + 1, 0x9e3779b1) >>> 0
    const forename = NAMES[spread % 16]!
    const surname = FAMILIES[(spread >>> 4) % 12]!
    return {
      forename,
      surname,
      email: `${forename}.${surname}${(spread >>> 8) % 9000}@example.org`.toLowerCase(),
      date_of_birth: `${1935 + ((spread >>> 9) % 70)}-${String(1 + ((spread >>> 16) % 12)).padStart(2, '0')}-${String(1 + ((spread >>> 20) % 28)).padStart(2, '0')}`,
      address: `${1 + ((spread >>> 5) % 150)} ${FAMILIES[(spread >>> 13) % 12]} Street`,
    }
  })
  return [...people, ...people.slice(0, 40).map((one) => ({ ...one, surname: `${one.surname}e` }))]
}

test('in a list with hardly any duplicates namesakes are not taken for one person, and those there are are found', async () => {
  const records = manyNamesakes()
  const { identities, links } = await linkRecords(records)
  assert.ok(links.every(({ left, right }) => right - left === 4000))
  const found = identities.slice(4000).filter((identity, k) => identity === k).length
  assert.ok(found >= 36, `${found} of 40`)
})

test('names alone are not linked where a record has as many namesakes as duplicates', async () => {
  const named = manyNamesakes().map(({ forename, surname }) => ({ forename, surname }))
  const { links, reviews } = await linkRecords(named)
  assert.deepEqual([links.length, reviews.every((pair) => Number.isFinite(pair.odds))], [0, true])
})

test('people are found again through one change, and no two are taken for one', async () => {
  const { identities, model } = await linkRecords(town())
  let found = 0
  for (let k = 0; k < 200; k++) if (identities[2 * k] === identities[2 * k + 1]) found++
  assert.ok(found >= 190, `${found} of 200`)
  assert.ok(identities.every((identity, i) => Math.floor(identity / 2) === Math.floor(i / 2)))
  assert.ok(Math.abs(model.matches_per_record - 1) < 0.1)
})

test('fifty people at one hostel are fifty people, and the model is not led astray', async () => {
  const hostel = { address: '4 Far Lane', postcode: 'CA1 1AA', phone: '01632 960123', town: 'Carlisle' }
  const residents = town()
    .filter((_, i) => i % 8 === 0)
    .map(({ surname, date_of_birth }, k) => ({
      ...hostel,
      forename: NAMES[(k * 5) % 16],
      surname: Array.from(surname!.toLowerCase()).toReversed().join(''),
      date_of_birth: `${date_of_birth!.slice(0, 3)}${k % 10}-${date_of_birth!.slice(5)}`,
    }))
  const { identities, model } = await linkRecords([...town(), ...residents])
  const homes = identities.slice(400)
  assert.equal(new Set(homes).size, homes.length)
  assert.ok(model.matches_per_record < 1.5)
})

/** Identities as sets of the records themselves, whatever their places. */
function groups(records: readonly PersonRecord[], identities: Int32Array): string[] {
  const sets = new Map<number, string[]>()
  identities.forEach((identity, i) =>
    sets.set(identity, [...(sets.get(identity) ?? []), JSON.stringify(records[i])]),
  )
  return [...sets.values()].map((set) => set.toSorted().join()).toSorted()
}

test('the order of arrival does not change identities', async () => {
  const records = town()
  const first = groups(records, (await linkRecords(records)).identities)
  const orders = fc.shuffledSubarray(records, { minLength: records.length })
  await fc.assert(
    fc.asyncProperty(orders, async (shuffled) => {
      assert.deepEqual(groups(shuffled, (await linkRecords(shuffled)).identities), first)
    }),
    { numRuns: 5 },
  )
})

test('what a person decides holds, and taking it back restores every identity', async () => {
  const records = town().slice(0, 60)
  const before = (await linkRecords(records)).identities
  const place = fc.nat({ max: records.length - 1 })
  await fc.assert(
    fc.asyncProperty(place, place, fc.boolean(), async (left, right, same) => {
      fc.pre(left !== right)
      const { identities } = await linkRecords(records, { decisions: [{ left, right, same }] })
      assert.equal(identities[left] === identities[right], same)
      assert.deepEqual((await linkRecords(records)).identities, before)
    }),
    { numRuns: 20 },
  )
})

test('several threads find what one does', async () => {
  const crew = gather(2)
  try {
    const alone = await linkRecords(town())
    const together = await linkRecords(town(), { crew })
    assert.deepEqual([...together.identities], [...alone.identities])
  } finally {
    await crew.dismiss()
  }
})

test('two files are linked across and never within', async () => {
  const records = town()
  const left = records.filter((_, i) => i % 2 === 0)
  const right = records.filter((_, i) => i % 2 === 1)
  const { links, reviews, identities } = await linkRecords([...left, ...right], { boundary: 200 })
  assert.ok([...links, ...reviews].every((pair) => pair.left < 200 && pair.right >= 200))
  assert.ok(left.filter((_, k) => identities[k] === identities[200 + k]).length >= 190)
})

test('nothing, one record and empty records are no trouble', async () => {
  assert.deepEqual([...(await linkRecords([])).identities], [])
  assert.deepEqual([...(await linkRecords([{}])).identities], [0])
  assert.deepEqual([...(await linkRecords([{}, {}, { surname: 'Metz' }])).identities], [0, 1, 2])
})
