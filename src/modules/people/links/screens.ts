import { PROVIDER_STAFF } from '#access'
import { goTo, screen } from '#platform/http/screen.ts'
import { compareTwo, findDuplicatesOfPerson } from '../duplicates/find-possible-duplicates.ts'
import { headFor } from '../person/head-for.ts'
import type { PersonSlots } from '../person/slots.ts'
import { decideSamePerson, unlinkPeople } from './decide-same-person.ts'
import { DECISIONS } from './decisions.ts'
import { decideForm, unlinkForm } from './form.ts'
import { comparePage, linksPage, unlinkPage } from './links.page.ts'
import { linkedPeople, pastDecisions } from './queries.ts'

export const linkScreens = (slots: PersonSlots) => {
  const head = headFor(slots)
  return [
    screen('/people/:person_id/links', {
      action: 'see other records of the same person',
      roles: PROVIDER_STAFF,
      show: async (ctx, { person_id }) => {
        const linked = await linkedPeople(ctx, person_id)
        const past = await pastDecisions(ctx, person_id)
        // Decided is decided: what somebody called another person is not offered again.
        const settled = new Set([...linked.map((one) => one.person_id), ...lastlyNotSame(past)])
        const possible = (await findDuplicatesOfPerson(ctx, person_id)).filter(
          (one) => !settled.has(one.person_id),
        )
        return linksPage(await head(ctx, person_id), linked, possible, past)
      },
    }),
    screen('/people/:person_id/links/:other_person_id', {
      action: 'decide whether two records are of the same person',
      roles: PROVIDER_STAFF,
      form: decideForm,
      show: async (ctx, { person_id, other_person_id }, form) =>
        comparePage(
          [await head(ctx, person_id), await head(ctx, other_person_id)],
          await compareTwo(ctx, person_id, other_person_id),
          form,
        ),
      save: async (ctx, { person_id, other_person_id }, { decision, because }) => {
        const { band, reasons, score } = (await compareTwo(ctx, person_id, other_person_id)) ?? {}
        await decideSamePerson(ctx, person_id, other_person_id, decision, { because, band, reasons, score })
        return goTo(`/people/${person_id}/links`, `Decided: ${DECISIONS[decision].toLowerCase()}`)
      },
    }),
    screen('/people/:person_id/links/:other_person_id/unlink', {
      action: 'unlink two records',
      roles: PROVIDER_STAFF,
      form: unlinkForm,
      show: async (ctx, { person_id, other_person_id }, form) =>
        unlinkPage(await head(ctx, person_id), await head(ctx, other_person_id), form),
      save: async (ctx, { person_id, other_person_id }, { because }) => {
        await unlinkPeople(ctx, person_id, other_person_id, because)
        return goTo(`/people/${person_id}/links`, 'The records are not linked any more')
      },
    }),
  ]
}

function lastlyNotSame(past: Awaited<ReturnType<typeof pastDecisions>>): string[] {
  const last = new Map(past.toReversed().map((one) => [one.person_id, one.decision]))
  return [...last]
    .filter(([, decision]) => decision === 'not-same' || decision === 'unlinked')
    .map(([person_id]) => person_id)
}
