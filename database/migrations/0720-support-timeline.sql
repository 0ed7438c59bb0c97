-- One timeline of everything done in a case, newest first by sort_at. What happened on a day without a time stands at the time it was
-- recorded, or at the end of its day when it was recorded later.
create view support.timeline with (security_invoker = true) as
select area_id, case_id, held_by, 'opened' as kind, case_id as record_id, opened_on as happened_on, null::timestamptz as happened_at,
  least(recorded_at, (opened_on + 1)::timestamptz - interval '1 minute') as sort_at, recorded_by,
  jsonb_build_object('tier', tier, 'follows_case_id', follows_case_id) as detail from support.case
union all
select area_id, case_id, held_by, 'allocated', allocation_id, recorded_at::date, recorded_at, recorded_at, recorded_by,
  jsonb_build_object('allocated_to', allocated_to, 'because', because, 'knows_person', knows_person) from support.allocation
union all
select area_id, case_id, held_by, 'contact-attempt', contact_attempt_id, attempted_at::date, attempted_at, attempted_at, recorded_by,
  jsonb_build_object('channel', channel, 'result', result, 'minutes', minutes, 'note', note) from support.contact_attempt
union all
select area_id, case_id, held_by, 'needs', (array_agg(need_score_id order by need_score_id))[1], assessed_on, null, least(recorded_at, (assessed_on + 1)::timestamptz - interval '1 minute'), recorded_by,
  jsonb_build_object('stage', stage, 'scores', jsonb_object_agg(need, jsonb_build_array(worker_score, person_score)))
  from support.need_score group by area_id, case_id, held_by, assessed_on, stage, recorded_at, recorded_by
union all
select area_id, case_id, held_by, 'action', action_id, acted_on, null, least(recorded_at, (acted_on + 1)::timestamptz - interval '1 minute'), recorded_by,
  jsonb_build_object('type', type, 'quantity', quantity, 'minutes', minutes, 'channel', channel, 'outcome', outcome, 'worker', worker) from support.action
union all
select area_id, case_id, held_by, 'note', note_id, recorded_at::date, recorded_at, recorded_at, recorded_by,
  jsonb_build_object('body', body) from support.note
union all
select area_id, case_id, held_by, 'task', task_id, done_on, null, (done_on + 1)::timestamptz - interval '1 minute', done_by,
  jsonb_build_object('what', what, 'ended_as', ended_as) from support.task where done_on is not null and step is null
union all
select area_id, case_id, held_by, 'risk', risk_judgement_id, judged_on, null, least(recorded_at, (judged_on + 1)::timestamptz - interval '1 minute'), recorded_by,
  jsonb_build_object('risk', risk, 'because', because) from support.risk_judgement
union all
select area_id, case_id, held_by, 'closed', closure_id, closed_on, null, least(recorded_at, (closed_on + 1)::timestamptz - interval '1 minute'), recorded_by,
  jsonb_build_object('reason', reason, 'note', note) from support.closure
union all
select area_id, case_id, held_by, 'returned', closure_id, returned_on, null, (returned_on + 1)::timestamptz - interval '1 minute', null,
  jsonb_build_object('closed_on', closed_on) from support.closure where returned_on is not null
union all
select area_id, case_id, held_by, 'hand-over', hand_over_id, recorded_at::date, recorded_at, coalesce(answered_at, recorded_at), recorded_by,
  jsonb_build_object('held_by', held_by, 'offered_to', offered_to, 'because', because, 'answer', answer, 'answer_note', answer_note) from support.hand_over
union all
select area_id, case_id, held_by, 'route-review', route_review_id, recorded_at::date, recorded_at, recorded_at, recorded_by,
  jsonb_build_object('finding', finding) from support.route_review;
grant select on support.timeline to waymark_app;
