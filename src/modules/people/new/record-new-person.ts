import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { PersonToRecord } from '../bulk/person-to-record.ts'
import { findPossibleDuplicates } from '../duplicates/find-possible-duplicates.ts'
import type { PossibleDuplicate } from '../duplicates/possible-duplicate.ts'
import { decideSamePerson } from '../links/decide-same-person.ts'
import { recordPerson } from '../person/record-person.ts'
import { phoneKind, readContactValue } from '../contact-methods/read-value.ts'
import { addToKnown } from './add-to-known.ts'
import type { NewPerson } from './form.ts'

export type Recorded =
  { person_id: string; was_there: boolean; undecided?: undefined } | { undecided: PossibleDuplicate[] }

/**
 * Records a new person once every possible duplicate has been decided about; until then gives those to decide. 'Same person'
 * records nobody new: what was new is added to the record that is there (addToKnown).
 */
export async function recordNewPerson(ctx: Ctx, typed: NewPerson): Promise<Recorded> {
  if (!typed.forename && !typed.surname && !typed.pseudonym)
    refuse('surname', 'Enter a forename or a surname, or what to call them if they gave none')
  const person = detailsOf(typed)
  const possible = await findPossibleDuplicates(ctx, person)
  if (possible.some(({ person_id }) => !typed.decisions[person_id])) return { undecided: possible }
  const same = possible.find(({ person_id }) => typed.decisions[person_id] === 'same')
  if (same) {
    await addToKnown(ctx, same.person_id, person, typed.suspect_lives_here ?? false)
    return { person_id: same.person_id, was_there: true }
  }
  const person_id = await recordPerson(ctx, person)
  for (const { person_id: other, band, reasons, score } of possible)
    await decideSamePerson(ctx, person_id, other, typed.decisions[other]!, {
      band,
      reasons,
      score,
      because: 'Decided when the person was recorded',
    })
  return { person_id, was_there: false }
}

/** What was typed as a person to record. */
export function detailsOf(typed: NewPerson): Omit<PersonToRecord, 'held_by'> {
  const told = { safe: typed.safe ?? undefined, message_ok: typed.message_ok ?? undefined }
  return {
    forename: typed.forename ?? '',
    surname: typed.surname ?? '',
    pseudonym: typed.pseudonym,
    date_of_birth: typed.date_of_birth,
    language: typed.language,
    sensitive: typed.sensitive ?? false,
    contact_methods: [
      ...(typed.phone
        ? [{ kind: phoneKind(typed.phone), value: readContactValue('phone', typed.phone), ...told }]
        : []),
      ...(typed.email ? [{ kind: 'email' as const, value: typed.email, ...told }] : []),
    ],
    address:
      typed.line || typed.town || typed.postcode
        ? {
            line: typed.line ?? '',
            town: typed.town ?? '',
            postcode: typed.postcode ?? '',
            suspect_lives_here: typed.suspect_lives_here ?? false,
          }
        : null,
  }
}
