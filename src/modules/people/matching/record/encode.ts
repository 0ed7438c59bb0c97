import { hashText, mix } from '../text/hash.ts'
import { contentHash } from './content-hash.ts'
import { readAddress, readEmail, readPhone, readPostcode, readSex, readWords } from './contact.ts'
import type { DateOrder } from './dates.ts'
import { readDate } from './dates.ts'
import { ROW, SLOT, TEXT } from './layout.ts'
import { forenameOf, splitFullName, surnameOf } from './names.ts'
import type { PersonRecord } from './person-record.ts'
import type { RecordStore } from './store.ts'
import { LONGEST_TEXT, SIGNATURE, writeSignature } from './store.ts'

/**
 * Writes record `i` into the store and its texts at `end` of the pool; answers the new end. What is compared is
 * decided here, once a record: the canonical forms of names, dates, postcodes, numbers and addresses.
 */
export function encodeRecord(
  store: RecordStore,
  i: number,
  record: PersonRecord,
  end: number,
  order: DateOrder = 'dmy',
): number {
  const { rows, pool } = store
  const row = i * ROW
  rows.fill(0, row, row + ROW)

  const put = (slot: number, text: string, hash: number) => {
    const at = end + SIGNATURE
    const length = Math.min(text.length, LONGEST_TEXT)
    for (let c = 0; c < length; c++) {
      const wide = text.charCodeAt(c)
      pool[at + 1 + c] = wide < 128 ? wide : 128 + (wide & 127)
    }
    pool[at] = length
    writeSignature(pool, end, pool, at + 1, length)
    rows[row + 2 * slot] = hash
    rows[row + 2 * slot + 1] = at
    end = at + 1 + length
  }

  let { forename, surname } = record
  if (record.full_name && !forename && !surname) ({ forename, surname } = splitFullName(record.full_name))
  const given = forename || record.middle_names ? forenameOf(forename ?? '', record.middle_names) : undefined
  if (given) {
    put(TEXT.forename, given.text, given.hash)
    rows[row + SLOT.firstName] = given.first
    rows[row + SLOT.middleName] = given.second
    rows[row + SLOT.roots] = given.roots
    rows[row + SLOT.soundForename] = given.sound
    rows[row + SLOT.names] = given.firstLength | (given.known ? 256 : 0)
  }
  const family = surname ? surnameOf(surname) : undefined
  if (family) {
    put(TEXT.surname, family.text, family.hash)
    rows[row + SLOT.partA] = family.first
    rows[row + SLOT.partB] = family.second
    rows[row + SLOT.soundSurname] = family.sound
  }
  const earlier = record.previous_surname ? surnameOf(record.previous_surname) : undefined
  if (earlier) put(TEXT.previous, earlier.text, earlier.hash)

  if (record.date_of_birth) rows[row + SLOT.dateOfBirth] = readDate(record.date_of_birth, order)
  if (record.sex) rows[row + SLOT.sex] = readSex(record.sex)

  const postcode = record.postcode ? readPostcode(record.postcode) : undefined
  if (postcode) {
    put(TEXT.postcode, postcode.text, hashText(postcode.text))
    rows[row + SLOT.outward] = hashText(postcode.outward)
  }
  const address = record.address ? readAddress(record.address) : undefined
  const houseNumber = (record.house_number && parseInt(record.house_number, 10)) || address?.number || 0
  rows[row + SLOT.houseNumber] = houseNumber
  if (address && address.hash !== 0) {
    put(TEXT.street, address.street, address.hash)
    rows[row + SLOT.address] = mix(address.hash, houseNumber)
  }
  const email = record.email ? readEmail(record.email) : undefined
  if (email) {
    put(TEXT.email, email.text, hashText(email.text))
    rows[row + SLOT.emailLocal] = hashText(email.local)
    rows[row + SLOT.emailDomain] = hashText(email.domain)
  }
  const phone = record.phone ? readPhone(record.phone) : undefined
  if (phone) put(TEXT.phone, phone, hashText(phone))
  const other = record.other_phone ? readPhone(record.other_phone) : undefined
  if (other && other !== phone) put(TEXT.otherPhone, other, hashText(other))

  const putWords = (slot: number, text: string | undefined) => {
    if (!text) return
    const words = readWords(text)
    if (words.hash !== 0) put(slot, words.text, words.hash)
  }
  putWords(TEXT.town, record.town)
  putWords(TEXT.nominal, record.nominal)
  putWords(TEXT.other1, record.other_1)
  putWords(TEXT.other2, record.other_2)
  putWords(TEXT.other3, record.other_3)
  putWords(TEXT.other4, record.other_4)
  store.contents[i] = contentHash(store, i)
  return end
}
