import { type MovedAction, type MovedCase, moveActions, moveCases } from '#support'
import { CLOSE_REASONS, SUPPORT_TYPES } from '#reference'
import { nameBasedId } from '#platform/database/name-based-id.ts'
import { caseId, personId, type Place, referralId, type Row, step } from '../move/step.ts'

export const casesStep = step<'cases', MovedCase>({
  name: 'cases',
  rows: 'cases',
  table: 'support.case',
  along: ['support.closure'],
  words: CLOSE_REASONS,
  make: (row, place) => {
    const { referral_reference, person_reference, worker } = row
    if (!referral_reference && !person_reference)
      return { reason: 'It names neither a referral nor a person' }
    const close_reason = reasonOf(row, place)
    if (row.closed_on && !close_reason)
      return { reason: 'It has a day of closing and no reason: the profile can give one with "default"' }
    if (close_reason && !row.closed_on) return { reason: 'It has a reason for closing and no day' }
    const case_id = caseId(place, row.reference)
    return {
      id: case_id,
      ready: {
        ...row,
        close_reason,
        case_id,
        referral_id: referral_reference && referralId(place, referral_reference),
        person_id: person_reference && personId(place, person_reference),
        allocated_to: (worker && place.memberCalled(worker)) || null,
      },
    }
  },
  load: (ctx, ready, place) => moveCases(ctx, place.casework_team_id, ready),
  tally: (row, _, place) => {
    const close_reason = reasonOf(row, place)
    return [
      [`Cases: ${row.tier}`, 1],
      [close_reason ? `Cases closed: ${close_reason}` : 'Cases open', 1],
    ]
  },
  readBack: `
    with mine as (select c.tier, l.reason from support.case c left join support.closure l on l.area_id = c.area_id and l.case_id = c.case_id and l.closure_id = c.case_id
      where c.area_id = access.area_id() and c.case_id = any ($1))
    select 'Cases: ' || tier as what, count(*) as n from mine group by 1
    union all select coalesce('Cases closed: ' || reason, 'Cases open'), count(*) from mine group by 1`,
})

// What the profile says of a blank reason holds for closed cases: it closes none.
const reasonOf = ({ closed_on, close_reason }: Row<'cases'>, place: Place) =>
  closed_on === null && close_reason === place.close_reason_default ? null : close_reason

export const actionsStep = step<'actions', MovedAction>({
  name: 'actions',
  rows: 'actions',
  table: 'support.action',
  words: SUPPORT_TYPES,
  make: (row, place, nth) => {
    const case_id = caseId(place, row.case_reference)
    const { source_reference, acted_on, type, worker } = row
    const quantity = row.quantity ?? 1
    if (quantity === 0) return { reason: 'Its quantity is 0' }
    // Without a number of its own an action is known by what it was, and which of several alike.
    const action_id = source_reference
      ? nameBasedId(place.area_id, place.casework_team_id, 'action', source_reference)
      : nameBasedId(
          case_id,
          acted_on,
          type,
          quantity,
          worker ?? '',
          nth(case_id, acted_on, type, quantity, worker),
        )
    return { id: action_id, ready: { ...row, quantity, action_id, case_id } }
  },
  load: (ctx, ready) => moveActions(ctx, ready),
  tally: ({ type, quantity }) => [[`Actions: ${type}`, quantity ?? 1]],
  readBack: `select 'Actions: ' || type as what, sum(quantity) as n from support.action where area_id = access.area_id() and action_id = any ($1) group by 1`,
})
