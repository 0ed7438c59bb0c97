// What happens to the people of $1, set-based. The spread comes from a hash of each id, so that it needs no state.
const among = (id: string, salt: string, n: number) =>
  `(hashtextextended(${id}::text || '${salt}', 0) & 65535) % ${n}`

/** A referral or more each, over two years, most of them accepted; some wait in the queue. */
export const REFERRALS = `
  with made as (
    insert into referrals.referral (held_by, person_id, reference, received_on, source, sender, occurrence_number, reported_on, offence_text, offence_group,
      domestic, sexual, consent_basis, district, result)
    select p.held_by, p.person_id, 'B' || lpad(nextval('referrals.referral_number')::text, 8, '0'),
      current_date - (${among('p.person_id', 'day', 730)})::int, 'police-adt', 'Nottinghamshire Police', '17' || lpad((${among('p.person_id', 'no', 60000)})::text, 8, '0'),
      current_date - (${among('p.person_id', 'day', 730)})::int - 1, 'Common assault', 'VAI', p.sensitive, false, 'notified-right', p.district,
      case ${among('p.person_id', 'result', 20)} when 0 then 'no-consent' when 1 then 'unsafe-contact' when 2 then 'no-contact-details' when 3 then 'out-of-area' else 'accepted' end
    from people.person p cross join generate_series(1, 1 + (${among('p.person_id', 'again', 4)} = 0)::int)
    where p.person_id = any ($1)
    returning referral_id, held_by, result, received_on)
  insert into referrals.held_row (referral_id, held_by, result, problems, victim)
  select referral_id, held_by, result, '{}', '{"surname": "Kept only until it is settled"}' from made
  where result in ('no-consent', 'unsafe-contact', 'no-contact-details') and received_on > current_date - 60`

/** Two in five accepted referrals become a case of the provider's casework team; most are closed. */
const CASES = `
  with casework as (
    select t.team_id, t.organisation_id, all_staff.team_id as receiving,
      array(select ms.member_id from access.membership ms where ms.area_id = t.area_id and ms.team_id = t.team_id order by ms.member_id) as members
    from access.team t join access.team all_staff on all_staff.area_id = t.area_id and all_staff.organisation_id = t.organisation_id and all_staff.kind = 'all_staff'
    where t.area_id = access.area_id() and t.code = 'casework')
  insert into support.case (held_by, person_id, referral_id, reference, opened_on, received_on, tier, allocated_to, risk)
  select w.team_id, r.person_id, r.referral_id, 'W' || lpad(nextval('support.case_number')::text, 7, '0'), least(r.received_on + 2, current_date), r.received_on,
    case ${among('r.referral_id', 'tier', 3)} when 0 then 'longer-term' else 'brief' end,
    w.members[1 + ${among('r.referral_id', 'who', 97)} % cardinality(w.members)],
    case ${among('r.referral_id', 'risk', 6)} when 0 then 'high' when 1 then 'medium' when 2 then 'standard' end
  from referrals.referral r join casework w on w.receiving = r.held_by
  where r.area_id = access.area_id() and r.person_id = any ($1) and r.result = 'accepted' and ${among('r.referral_id', 'case', 5)} < 2`

const OF_CASES = `from support.case c where c.area_id = access.area_id() and c.person_id = any ($1)`

export const CASEWORK = [
  CASES,
  `insert into support.allocation (case_id, held_by, allocated_to, knows_person, answered_at) select case_id, held_by, allocated_to, 'no', now() ${OF_CASES}`,
  `insert into support.contact_attempt (case_id, held_by, attempted_at, channel, result, minutes, note)
   select case_id, held_by, opened_on + n * interval '1 day' + interval '10 hours', 'phone', case when n = 2 then 'reached' else 'no-answer' end, 5 * n,
     'Asked how things have been since we last spoke, and what would help most this week.'
   from support.case c cross join generate_series(0, 2) n where c.area_id = access.area_id() and c.person_id = any ($1)`,
  `insert into support.action (case_id, held_by, acted_on, type, quantity, minutes, channel)
   select case_id, held_by, opened_on + n, (array['phone-support', 'emotional-support', 'information-advice', 'advocacy'])[n], 1, 15, 'phone'
   from support.case c cross join generate_series(1, 4) n where c.area_id = access.area_id() and c.person_id = any ($1)`,
  `insert into support.need_score (case_id, held_by, assessed_on, stage, need, worker_score, person_score)
   select case_id, held_by, opened_on + 3, 'start', need, 1 + (${among('case_id', 'need', 4)})::int, 2
   from support.case c cross join unnest(array['health', 'outlook', 'finance', 'social']) need
   where c.area_id = access.area_id() and c.person_id = any ($1) and c.tier = 'longer-term'`,
  `insert into support.note (case_id, held_by, body) select case_id, held_by, 'Prefers calls after work. Sister may be present.' ${OF_CASES}`,
  `insert into support.task (case_id, held_by, type, what, due_on)
   select case_id, held_by, 'advocacy', 'Ask the housing team for an answer', opened_on + 20 ${OF_CASES} and ${among('case_id', 'open', 4)} = 0`,
  `insert into support.closure (case_id, held_by, closed_on, reason)
   select case_id, held_by, opened_on + 40, 'complete' ${OF_CASES} and ${among('case_id', 'open', 4)} <> 0 and opened_on < current_date - 40`,
]
