import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inventPerson } from '../stage/invented-person.ts'
import { makeRandom, type Random } from '../stage/random.ts'
import { writtenDay } from './written-day.ts'

const HEADINGS =
  'Occurrence No,Reported Date,Offence,Victim Type,Surname,Forenames,DOB,Gender,Ethnicity,Mobile,Home Tel,Email,Address,Town,Postcode,Domestic,Sexual,Hate Strand,Consent To Refer,Safe To Contact,Safe Contact Notes,Child Protection,Deceased,Interpreter,DASH Risk,OIC'
/** As forces write them; the last of a row's kinds is out of a service's scope. */
const OFFENCES = [
  'Common assault and battery',
  'Burglary Dwelling',
  'Burglary in a dwelling',
  'Theft of pedal cycle',
  'Theft from the person of another',
  'Criminal damage to vehicles',
  'Harassment',
  'Assault occasioning actual bodily harm S47',
  'Wounding with intent S18',
  'Theft from motor vehicle',
  'Malicious communications',
  'Coercive and controlling behaviour',
  'Robbery of personal property',
  'Public order S4A',
  'Sexual assault on a female aged 13 and over',
]

/** Writes a day's transfer of a force as it would be sent, with the mix of results of a real one. The same rows for the same seed. */
export async function generateTransfer(path: string, rows: number, seed = 2017): Promise<void> {
  const random = makeRandom(seed)
  function* lines() {
    let block = `${HEADINGS}\r\n`
    for (let n = 0; n < rows; n++) {
      block += line(random, n, seed)
      if (block.length < 256 * 1024) continue
      yield block
      block = ''
    }
    yield block
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

/** Files of one row each, as a program sends them; `n` tells which. */
export function oneTransferRow(seed: number): (n: number) => string {
  const random = makeRandom(seed)
  return (n) => `${HEADINGS}\r\n${line(random, n, seed)}`
}

function line(random: Random, n: number, seed: number): string {
  // One row in fifty is that of an earlier row, sent again.
  const at = random.chance(0.02) ? random.below(n + 1) : n
  const own = makeRandom(seed * 1_000_003 + at)
  const {
    forename,
    surname,
    date_of_birth,
    sex,
    mobile,
    email,
    line: street,
    town,
    postcode,
  } = inventPerson(own, at)
  const offence = own.chance(0.03) ? 'Speeding' : own.pickCommon(OFFENCES)
  const sexual = /sexual/i.test(offence)
  const domestic = !sexual && own.chance(0.15)
  const consent = own.chance(0.04)
    ? 'Declined'
    : sexual || domestic
      ? own.chance(0.8)
        ? 'Explicit'
        : ''
      : 'Informed'
  const noDetails = own.chance(0.03)
  const cells = [
    String(1_700_000_000 + (seed % 1000) * 1_000_000 + at),
    writtenDay(`2017-03-${String(1 + (at % 14)).padStart(2, '0')}`),
    offence,
    own.chance(0.02) ? 'Business' : 'Individual',
    surname,
    forename,
    own.chance(0.01) ? '31/02/1980' : writtenDay(date_of_birth),
    sex,
    own.pick(['W1', 'W9', 'A1', 'B2', 'M3', 'NS']),
    noDetails ? '' : mobile,
    '',
    noDetails ? '' : (email ?? ''),
    noDetails ? '' : street,
    noDetails ? '' : town,
    noDetails ? '' : postcode,
    domestic ? 'Y' : 'N',
    sexual ? 'Y' : 'N',
    '',
    consent,
    sexual || domestic ? own.pick(['Y', 'Y', 'Y', 'N', '']) : '',
    '',
    own.chance(0.01) ? 'Y' : '',
    own.chance(0.003) ? 'Y' : '',
    '',
    '',
    `PC ${1000 + own.below(3000)}`,
  ]
  return `${cells.join(',')}\r\n`
}
