import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { editDistance } from './edit-distance.ts'
import { findOffenceCode, recordedCrimeLabels } from './offence-codes.ts'
import { findOffenceSubgroup, offenceGroups } from './offence-groups.ts'
import { normaliseOffence, OFFENCE_REVIEW_BELOW } from './normalise-offence.ts'

const codeOf = (text: string, code?: string) => {
  const { subgroup_code, group_code } = normaliseOffence(text, code)
  return subgroup_code ?? group_code
}

// Every text of three forces' extracts and a service's export, read by eye.
const SEEN: Record<string, string[]> = {
  'VAP-HOM': ['Murder', 'Manslaughter'],
  'VAP-VWI': [
    'Assault with injury on constable',
    'S.20 wound/GBH',
    'S.47 AOABH',
    'S.47 AOABH assault occasioning actual bodily harm',
    'Section 18 - wounding with intent',
    'Wounding with intent S18',
    'assault occ. ABH',
  ],
  'VAP-VWO': ['Common assault and battery', 'S.39 common assault', 'Threats to kill'],
  'VAP-SAH': ['Harassment', 'Stalking', 'Malicious communications', 'Coercive and controlling behaviour'],
  'SEX-RAP': [
    'Rape of a female aged 16 or over',
    'Rape of a female under 16',
    'Rape of a male aged 16 or over',
  ],
  'SEX-OTH': ['Exposure', 'Sexual activity with a child', 'Sexual assault on a female'],
  'ROB-PER': ['Robbery of personal property', 'Attempted - Robbery of personal property'],
  'THE-RBU': [
    'Burglary dwelling',
    'BURGLARY - DWELLING',
    'Att burglary dwelling',
    'Attempted - Burglary dwelling',
  ],
  'THE-NBU': ['Burglary other than dwelling'],
  'THE-VEH': ['Theft from motor vehicle', 'Theft of motor vehicle', 'Interfering with a motor vehicle'],
  'THE-PER': ['Theft from the person'],
  'THE-BIC': ['Theft of pedal cycle'],
  'THE-OTH': ['Other theft', 'Theft in a dwelling', 'Making off without payment'],
  'CDA-DAM': [
    'Criminal damage to a dwelling',
    'Criminal Damage to vehicle',
    'Criminal damage to a vehicle',
    'Other criminal damage',
  ],
  'CDA-ARS': ['Arson'],
  'PUB-PUB': ['Public fear alarm or distress'],
  'FRA-FRA': ['Fraud by false representation', 'NFIB3A Online shopping and auctions'],
  ASB: ['ASB - nuisance', 'ASB - personal'],
  NON: ['Non-crime incident'],
  SUM: ['Drunk and disorderly', 'Speeding'],
}
const seen = Object.entries(SEEN).flatMap(([code, texts]) => texts.map((text) => ({ text, code })))

test('every offence text seen in the extracts is read for certain', () => {
  for (const { text, code } of seen) {
    assert.equal(codeOf(text), code, text)
    assert.equal(normaliseOffence(text).needs_review, false, text)
  }
})

test('messy texts are read: misspelt, cut off, with statutes, line breaks, notes and codes', () => {
  for (const [text, code] of [
    ['Burglry dwelling', 'THE-RBU'],
    ['BURGLARY IN A DWELLING (EXPIRED)', 'THE-RBU'],
    ['Burglary in a building other than a dwel', 'THE-NBU'],
    ['Assault occasioning actual bod', 'VAP-VWI'],
    ['Assult with injury', 'VAP-VWI'],
    ['assault witout injury', 'VAP-VWO'],
    ['Twoc - take without owners consent contrary to section 12(1) Theft Act 1968', 'THE-VEH'],
    ['CRIMINAL\r\nDAMAGE TO DWELL', 'CDA-DAM'],
    ['Harassment, alarm\nor distress (s4A Public Order Act 1986)', 'PUB-PUB'],
    ['S.5 POA - harassment alarm or distress', 'PUB-PUB'],
    ['Pursue course of conduct which amounts to harassment s2 PHA 1997', 'VAP-SAH'],
    ['commonassault', 'VAP-VWO'],
    ['Attempted murder', 'VAP-VWI'],
    ['Possess indecent image of child', 'MIS-MIS'],
    ['Going equipped for theft', 'MIS-MIS'],
    ['Threats to commit criminal damage', 'MIS-MIS'],
    ['Theft of motorbike', 'THE-VEH'],
    ['Theft of bike', 'THE-BIC'],
    ['Bilking', 'THE-OTH'],
    ['Blackmail', 'THE-OTH'],
    ['Voyeurism', 'SEX-OTH'],
    ['Kidnap', 'VAP-VWO'],
    ['Child neglect', 'VAP-VWO'],
    ['Modern Slavery', 'VAP-VWO'],
    ['Causing death by dangerous driving', 'VAP-DSI'],
    ['PWITS class A', 'DRU-TRA'],
    ['Bladed article in public place', 'WEA-POS'],
    ['NON CRIME - HATE INCIDENT', 'NON'],
    ['NFIB 52C hacking social media', 'FRA-CMU'],
    ['Shoplifting', 'THE-SHO'],
  ] as const) {
    assert.equal(codeOf(text), code, text)
    assert.equal(normaliseOffence(text).needs_review, false, text)
  }
  assert.equal(normaliseOffence('Attempted - Burglary dwelling').attempted, true)
  assert.equal(normaliseOffence('EXPIRED Burglary dwelling').expired, true)
})

test('what is not certain goes to a person, and what tells nothing is Unclassified', () => {
  for (const [text, code] of [
    ['Burglary', 'THE'],
    ['Assault', 'VAP'],
    ['Robbery', 'ROB'],
    ['Theft', 'THE-OTH'],
    ['47 Assault', 'VAP'],
    ['Burglary dwelling and rape of female', 'SEX-RAP'],
    ['Theft and assault', 'VAP'],
    ['8L Criminal damage', 'CDA-DAM'],
    ['', 'UNC'],
    ['-', 'UNC'],
    ['N/A', 'UNC'],
    ['unknown', 'UNC'],
    ['Cuckooing', 'UNC'],
    ['🙂', 'UNC'],
  ] as const) {
    assert.equal(codeOf(text), code, text)
    assert.equal(normaliseOffence(text).needs_review, true, text)
    assert.ok(normaliseOffence(text).reason.length > 10)
  }
  assert.equal(normaliseOffence('').confidence, 0)
  assert.equal(normaliseOffence('Burglary').subgroup_code, null)
})

test('codes are read in their own family only', () => {
  assert.equal(codeOf('8L'), 'VAP-SAH')
  assert.equal(codeOf('', '105A'), 'VAP-VWO')
  assert.equal(codeOf('8N - Assault with injury'), 'VAP-VWI')
  assert.equal(codeOf('39'), 'THE-PER') // recorded crime 39 is theft from the person …
  assert.equal(codeOf('S.39 Common Asslt'), 'VAP-VWO') // … section 39 is common assault …
  assert.equal(codeOf('', '039/00'), 'THE-PER')
  assert.equal(codeOf('', '105/01'), 'VAP-VWO') // … and courts' 105/01 is common assault
  assert.equal(codeOf('', '008/66'), 'VAP-SAH')
  assert.equal(codeOf('', '8/6'), 'VAP-VWI')
  assert.equal(codeOf('', '125/09'), 'PUB-PUB')
  assert.equal(codeOf('', '140/01'), 'SUM')
  assert.equal(findOffenceCode('008/06')?.family, 'courts')
  assert.equal(findOffenceCode('8N')?.family, 'recorded crime')
  assert.equal(findOffenceCode('NFIB3A')?.family, 'NFIB')
  assert.equal(findOffenceCode('999Z'), undefined)
})

test('the titles of recorded-crime classes lead to the subgroup of their code, by their words alone too', () => {
  let certain = 0
  for (const { label, meaning } of recordedCrimeLabels) {
    assert.equal(codeOf(label), meaning, label)
    const byWords = normaliseOffence(`${label} zz`) // no longer a title, so the rules read it
    if (byWords.needs_review) continue
    certain++
    assert.equal(byWords.subgroup_code, meaning, label)
  }
  assert.ok(certain >= 120, `${certain} of ${recordedCrimeLabels.length} titles are read by the rules`)
})

test('case, spaces, line breaks, invisible signs and notes never change what is read', () => {
  const noise = fc.constantFrom(
    (t: string) => t.toUpperCase(),
    (t: string) => t.toLowerCase(),
    (t: string) => ` ${t.replaceAll(' ', '  ')}\t`,
    (t: string) => t.replace(' ', '\r\n'),
    (t: string) => `${t} (EXPIRED)`,
    (t: string) => t.replace('e', 'e\u200b'),
    (t: string) => `${t}.`,
  )
  fc.assert(
    fc.property(fc.constantFrom(...seen), fc.array(noise, { maxLength: 4 }), ({ text, code }, noises) => {
      assert.equal(codeOf(noises.reduce((t, add) => add(t), text)), code)
    }),
  )
})

test('one letter wrong never leads for certain to another offence', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const slip = fc.record({
    at: fc.nat(80),
    kind: fc.constantFrom('drop', 'add', 'change', 'swap'),
    letter: fc.constantFrom(...letters),
  })
  const withCode = seen.filter(({ text }) => !/NFIB|S\.?\d|Section|16|Murder/.test(text))
  fc.assert(
    fc.property(fc.constantFrom(...withCode), slip, ({ text, code }, { at, kind, letter }) => {
      const i = at % text.length
      const [before, sign, after] = [text.slice(0, i), text[i]!, text.slice(i + 1)]
      const next = after.slice(0, 1)
      const slipped = {
        drop: before + after,
        add: before + letter + sign + after,
        change: before + letter + after,
        swap: before + next + sign + after.slice(1),
      }[kind]
      const read = normaliseOffence(slipped)
      if (read.confidence >= OFFENCE_REVIEW_BELOW)
        assert.equal(read.subgroup_code ?? read.group_code, code, `${text} → ${slipped}: ${read.reason}`)
    }),
    { numRuns: 3000 },
  )
})

test('groups have names, in the order of the Home Office tables', () => {
  assert.deepEqual(offenceGroups.map((group) => group.code).slice(0, 3), ['VAP', 'SEX', 'ROB'])
  assert.equal(offenceGroups.at(-1)?.name, 'Unclassified')
  assert.equal(findOffenceSubgroup('PUB-PUB')?.notts_2014_class, null)
})

test('edit distance counts letters added, left out, changed and swapped', () => {
  assert.equal(editDistance('burglary', 'burgalry', 2), 1)
  assert.equal(editDistance('assault', 'assult', 2), 1)
  assert.equal(editDistance('theft', 'arson', 2), 3)
  fc.assert(
    fc.property(
      fc.string({ maxLength: 8 }),
      fc.string({ maxLength: 8 }),
      (a, b) => editDistance(a, b, 9) === editDistance(b, a, 9),
    ),
  )
})
