import { openTable, tableFormat, type TableFormat } from '#platform/reading/index.ts'
import { TRANSFER_FIELDS } from './transfer-fields.ts'

/** What a sample file tells of itself: a first draft, for a person to put right. */
export type Guess = {
  file: TableFormat
  date_format: string
  headings: string[]
  /** Field to heading. */
  columns: Record<string, string>
  /** For each heading with few different short texts: those texts, most frequent first. */
  texts: Record<string, string[]>
}

const LOOKED_AT = 2000
const FEW = 12

// Headings that senders use, in small letters without spaces and signs.
const HEADINGS: Record<string, string[]> = {
  occurrence_no: [
    'occurrenceno',
    'occurrencenumber',
    'occurrenceref',
    'incidentno',
    'crimeref',
    'crimereference',
    'crimeno',
    'crimenumber',
    'urn',
    'reference',
    'ref',
  ],
  reported_on: [
    'reporteddate',
    'datereported',
    'reported',
    'reportedon',
    'created',
    'recorded',
    'recordeddate',
    'daterecorded',
  ],
  offence: ['offence', 'offencetitle', 'offencedescription', 'crimetype', 'classification'],
  offence_code: ['hocode', 'offencecode', 'homeofficecode'],
  victim_type: ['victimtype', 'type'],
  surname: ['surname', 'lastname', 'familyname', 'victimsurname'],
  forenames: ['forenames', 'forename', 'firstname', 'firstnames', 'givennames', 'victimforenames'],
  full_name: ['name', 'fullname', 'victimname', 'victim'],
  born_on: ['dob', 'dateofbirth', 'birthdate', 'born', 'victimdob'],
  age: ['age'],
  sex: ['gender', 'sex'],
  ethnicity: ['ethnicity', 'ethnicappearance', 'selfdefinedethnicity', 'sde'],
  mobile: ['mobile', 'mobilephone', 'mobiletel', 'mobileno', 'mobilenumber', 'phone', 'telephone'],
  home_phone: ['hometel', 'homephone', 'landline', 'hometelephone'],
  work_phone: ['worktel', 'workphone'],
  email: ['email', 'emailaddress'],
  address: ['address', 'addressline1', 'address1', 'homeaddress'],
  town: ['town', 'city', 'district'],
  postcode: ['postcode', 'pcode', 'homepostcode'],
  domestic: ['domestic', 'domesticabuse', 'da', 'dv'],
  sexual: ['sexual', 'sexualoffence'],
  hate_strands: ['hatestrand', 'hatestrands', 'hate', 'hatecrime'],
  consent_basis: ['consenttorefer', 'consent', 'consentbasis'],
  safe_to_contact: ['safetocontact', 'safecontact', 'safe'],
  safe_contact_notes: ['safecontactnotes', 'contactnotes', 'safenotes'],
  child_protection: ['childprotection', 'safeguarding'],
  deceased: ['deceased', 'died'],
  interpreter: ['interpreter', 'language', 'interpreterlanguage'],
  risk_grade: ['dashrisk', 'risk', 'riskgrade', 'risklevel'],
  officer: ['oic', 'officer', 'officerincase'],
  repeat_victim: ['repeatvictim', 'repeat'],
  vulnerable: ['vulnerable'],
}

/** Reads the beginning of a sample and guesses how it is written. Nothing of it is kept but headings and short repeated texts. */
export async function guessProfile(open: () => AsyncIterable<Uint8Array>): Promise<Guess> {
  const start = await beginningOf(open)
  const encoding = encodingOf(start)
  const text = new TextDecoder(encoding).decode(start)
  const line = text.split(/\r?\n/).find((one) => one.trim() !== '') ?? ''
  const separators = { ',': ',', ';': ';', tab: '\t', '|': '|' } as const
  const separator = (Object.keys(separators) as (keyof typeof separators)[]).toSorted(
    (a, b) => line.split(separators[b]).length - line.split(separators[a]).length,
  )[0]!
  const file = tableFormat.parse({ encoding, separator })
  const table = await openTable(open(), file)
  const headings = (table.headings ?? []).map((heading) => heading.trim())
  const counts = headings.map(() => new Map<string, number>())
  let read = 0
  for await (const rows of table.batches) {
    for (const { cells, problem } of rows) {
      if (problem !== null) continue
      for (const [place, count] of counts.entries()) {
        const cell = (cells[place] ?? '').trim()
        if (count.size <= FEW * 4) count.set(cell, (count.get(cell) ?? 0) + 1)
      }
    }
    read += rows.length
    if (read > LOOKED_AT) break
  }
  const columns = columnsOf(headings)
  return {
    file,
    headings,
    columns,
    date_format: dateFormatOf(counts, headings, columns),
    texts: textsOf(counts, headings, columns),
  }
}

async function beginningOf(open: () => AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const piece of open()) return piece.subarray(0, 65_536)
  return new Uint8Array()
}

function encodingOf(start: Uint8Array): TableFormat['encoding'] {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const nulls = start.reduce((n, byte, at) => n + (byte === 0 && at % 2 === 1 ? 1 : 0), 0)
  if (nulls > start.length / 4) return 'utf-16le'
  // The piece may end inside a character, so its last bytes do not count.
  return new TextDecoder().decode(start.subarray(0, Math.max(0, start.length - 3))).includes('\uFFFD')
    ? 'windows-1252'
    : 'utf-8'
}

function columnsOf(headings: readonly string[]): Record<string, string> {
  const plain = new Map(headings.map((heading) => [heading.toLowerCase().replace(/[^a-z0-9]/g, ''), heading]))
  const used = new Set<string>()
  const columns: Record<string, string> = {}
  for (const [field, names] of Object.entries(HEADINGS)) {
    const heading = names
      .map((name) => plain.get(name))
      .find((found) => found !== undefined && !used.has(found))
    if (heading === undefined) continue
    columns[field] = heading
    used.add(heading)
  }
  return columns
}

const FORMATS: [string, RegExp][] = [
  ['YYYY-MM-DD', /^\d{4}-\d{2}-\d{2}$/],
  ['YYYY-MM-DD HH:mm', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/],
  ['YYYY-MM-DD HH:mm:ss', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/],
  ['YYYY-MM-DDTHH:mm:ss', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/],
  ['DD/MM/YYYY HH:mm', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/],
  ['DD/MM/YY', /^\d{1,2}\/\d{1,2}\/\d{2}$/],
  ['DD-MMM-YYYY', /^\d{1,2}-\p{L}{3}-\d{4}$/u],
  ['DD.MM.YYYY', /^\d{1,2}\.\d{1,2}\.\d{4}$/],
  ['DD-MM-YYYY', /^\d{1,2}-\d{1,2}-\d{4}$/],
  ['EXCEL', /^\d{5}$/],
]

function dateFormatOf(
  counts: Map<string, number>[],
  headings: string[],
  columns: Record<string, string>,
): string {
  const texts = [...(counts[headings.indexOf(columns.reported_on ?? '')]?.keys() ?? [])].filter(Boolean)
  return (
    FORMATS.find(
      ([, shape]) => texts.length > 0 && texts.filter((one) => shape.test(one)).length > texts.length / 2,
    )?.[0] ?? 'DD/MM/YYYY'
  )
}

/** The texts of coded columns only: what a person must say the meaning of. */
function textsOf(
  counts: Map<string, number>[],
  headings: string[],
  columns: Record<string, string>,
): Record<string, string[]> {
  const coded = new Set(
    Object.entries(columns)
      .filter(([field]) =>
        ['code', 'codes', 'flag'].includes(TRANSFER_FIELDS[field as keyof typeof TRANSFER_FIELDS].kind),
      )
      .map(([, heading]) => heading),
  )
  return Object.fromEntries(
    headings.flatMap((heading, place) => {
      const count = counts[place]!
      if (!coded.has(heading) || count.size > FEW * 2) return []
      const texts = [...count].toSorted((a, b) => b[1] - a[1]).map(([text]) => text)
      return [[heading, texts.filter((text) => text !== '' && text.length <= 40).slice(0, FEW * 2)]]
    }),
  )
}
