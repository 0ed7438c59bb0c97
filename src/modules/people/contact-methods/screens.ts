import { PROVIDER_STAFF } from '#access'
import { goTo, screen } from '#platform/http/screen.ts'
import { getPerson } from '../person/queries.ts'
import { headFor } from '../person/head-for.ts'
import type { PersonSlots } from '../person/slots.ts'
import { addContactMethod } from './add-contact-method.ts'
import { changeCodeWord, changeContactMethod, contactUse, contactUses } from './change-contact-method.ts'
import { addContactPage, codeWordPage, contactPage, reviewPage, stopPage } from './contact.page.ts'
import { addContactForm, changeContactForm, codeWordForm, stopForm } from './form.ts'
import { stopChannel } from './stop-channel.ts'
import type { StopReason } from '../safe-contact/words.ts'

export const contactScreens = (slots: PersonSlots) => {
  const head = headFor(slots)
  const there = (person_id: string, said: string) => goTo(`/people/${person_id}/contact`, said)
  return [
    screen('/people/:person_id/contact', {
      action: 'see how a person may be contacted',
      roles: PROVIDER_STAFF,
      show: async (ctx, { person_id }) =>
        contactPage(await head(ctx, person_id), await contactUses(ctx, person_id)),
    }),
    screen('/people/:person_id/contact/add', {
      action: 'add a way of contact',
      roles: PROVIDER_STAFF,
      form: addContactForm,
      show: async (ctx, { person_id }, form) => addContactPage(await head(ctx, person_id), form),
      save: async (ctx, { person_id }, { withhold_caller_id, ...method }) => {
        await addContactMethod(ctx, person_id, {
          ...method,
          withhold_caller_id: withhold_caller_id ?? false,
          checked_on: method.safe === 'unknown' && method.message_ok === 'unknown' ? null : ctx.today,
        })
        return there(person_id, 'Way of contact added')
      },
    }),
    screen('/people/:person_id/contact/code-word', {
      action: 'set a code word',
      roles: PROVIDER_STAFF,
      form: codeWordForm,
      stored: true,
      start: async (ctx, { person_id }) => ({ code_word: (await getPerson(ctx, person_id)).code_word }),
      show: async (ctx, { person_id }, form) => codeWordPage(await head(ctx, person_id), form),
      save: async (ctx, { person_id }, { code_word }) => {
        await changeCodeWord(ctx, person_id, code_word)
        return there(person_id, code_word ? 'Code word set' : 'No code word any more')
      },
    }),
    screen('/people/:person_id/contact/:contact_method_id/review', {
      action: 'review a way of contact',
      roles: PROVIDER_STAFF,
      form: changeContactForm,
      stored: true,
      start: async (ctx, { person_id, contact_method_id }) => ({
        ...(await contactUse(ctx, person_id, contact_method_id)),
        review_on: null,
      }),
      show: async (ctx, { person_id, contact_method_id }, form) =>
        reviewPage(await head(ctx, person_id), await contactUse(ctx, person_id, contact_method_id), form),
      save: async (ctx, { person_id, contact_method_id }, change) => {
        await changeContactMethod(ctx, person_id, contact_method_id, change)
        return there(person_id, 'Way of contact reviewed')
      },
    }),
    screen('/people/:person_id/contact/:contact_method_id/stop', {
      action: 'stop using a way of contact',
      roles: PROVIDER_STAFF,
      form: stopForm,
      show: async (ctx, { person_id, contact_method_id }, form) =>
        stopPage(await head(ctx, person_id), await contactUse(ctx, person_id, contact_method_id), form),
      save: async (ctx, { person_id, contact_method_id }, { because, note }) => {
        await contactUse(ctx, person_id, contact_method_id)
        await stopChannel(ctx, contact_method_id, because as StopReason, note)
        return there(person_id, 'It is not used any more until somebody reviews it')
      },
    }),
  ]
}
