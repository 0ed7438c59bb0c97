import { stringify } from 'csv-stringify/sync'
import { addDays, type Day } from '#reference'

const HEADINGS =
  'Occurrence No,Reported Date,Offence,Victim Type,Surname,Forenames,DOB,Gender,Ethnicity,Mobile,Home Tel,Email,Address,Town,Postcode,Domestic,Sexual,Hate Strand,Consent To Refer,Safe To Contact,Safe Contact Notes,Child Protection,Deceased,Interpreter,DASH Risk,OIC'.split(
    ',',
  )

/** What a row says besides the usual: an individual, told and did not object, nothing domestic. */
type Told = {
  offence: string
  surname: string
  forenames: string
  born: string
  sex?: 'F' | 'M'
  postcode: string
  town: string
  mobile?: string
  email?: string
  business?: true
  domestic?: true
  hate?: string
  consent?: string
  safe?: 'Y' | 'N'
  safe_notes?: string
  interpreter?: string
  dash?: string
}

// Invented people; numbers from the range kept for drama.
const EIGHT_DAYS_AGO: Told[] = [
  {
    offence: 'Coercive and controlling behaviour',
    surname: 'Calloway',
    forenames: 'Bryony',
    born: '14/05/1988',
    sex: 'F',
    postcode: 'NG7 5QX',
    town: 'Nottingham',
    mobile: '07700 900311',
    domestic: true,
    consent: 'Explicit',
    safe: 'Y',
    safe_notes: 'Mobile only, between 9am and 3pm',
    dash: 'High',
  },
  {
    offence: 'Burglary dwelling',
    surname: 'Okonjo',
    forenames: 'Samuel',
    born: '02/09/1951',
    sex: 'M',
    postcode: 'NG18 2AP',
    town: 'Mansfield',
    mobile: '07700 900322',
  },
  {
    offence: 'Harassment',
    surname: 'Tremlett',
    forenames: 'Jodie',
    born: '21/11/1996',
    sex: 'F',
    postcode: 'NG9 2LG',
    town: 'Beeston',
    mobile: '07700 900333',
    email: 'jodie.tremlett@example.org',
  },
  {
    offence: 'Public order s4A, racially aggravated',
    surname: 'Mahmood',
    forenames: 'Tariq',
    born: '30/01/1979',
    sex: 'M',
    postcode: 'NG3 4GP',
    town: 'Nottingham',
    mobile: '07700 900344',
    hate: 'Race',
  },
]
const FOUR_DAYS_AGO: Told[] = [
  {
    offence: 'S.47 AOABH',
    surname: 'Fenwick',
    forenames: 'Callum',
    born: '17/03/2002',
    sex: 'M',
    postcode: 'NG17 4HB',
    town: 'Sutton in Ashfield',
    mobile: '07700 900355',
  },
  {
    offence: 'Robbery of personal property',
    surname: 'Lindqvist',
    forenames: 'Astrid',
    born: '08/08/1967',
    sex: 'F',
    postcode: 'NG24 1UD',
    town: 'Newark',
    mobile: '07700 900366',
    email: 'astrid.lindqvist@example.org',
  },
  {
    offence: 'Stalking',
    surname: 'Ferreira',
    forenames: 'Ines',
    born: '25/12/1990',
    sex: 'F',
    postcode: 'NG2 6DA',
    town: 'West Bridgford',
    mobile: '07700 900377',
    consent: 'Explicit',
    safe: 'Y',
    interpreter: 'Portuguese',
  },
]
/** Two files that the force might have sent lately, in the columns of its daily transfer: the cast's cases begin with them. */
export function recentTransfers(today: Day): { file_name: string; content: Buffer; sent_on: Day }[] {
  return [
    [8, EIGHT_DAYS_AGO],
    [4, FOUR_DAYS_AGO],
  ].map(([ago, rows], file) => {
    const sent_on = addDays(today, -(ago as number))
    const lines = (rows as Told[]).map((row, at) =>
      line(row, addDays(sent_on, -1), `99000${file}${String(at).padStart(4, '0')}`),
    )
    return {
      file_name: `NOTTS_ADT_${sent_on.replaceAll('-', '')}.csv`,
      content: Buffer.from(stringify([HEADINGS, ...lines])),
      sent_on,
    }
  })
}

const line = (told: Told, reported_on: Day, occurrence: string) => [
  occurrence,
  reported_on.split('-').toReversed().join('/'),
  told.offence,
  told.business ? 'Business' : 'Individual',
  told.surname,
  told.forenames,
  told.born,
  told.sex ?? '',
  told.business ? '' : 'NS',
  told.mobile ?? '',
  '',
  told.email ?? '',
  '',
  told.town,
  told.postcode,
  told.domestic ? 'Y' : 'N',
  'N',
  told.hate ?? '',
  told.consent ?? 'Informed',
  told.safe ?? '',
  told.safe_notes ?? '',
  '',
  '',
  told.interpreter ?? '',
  told.dash ?? '',
  'PC 2741',
]
