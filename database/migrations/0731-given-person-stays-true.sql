-- What was given of a person stays true while the offer waits, which may be days: the receiver cannot read the giver's record (decision 2),
-- so every change of it is written through to the row, by whoever changes it and as that actor. At acceptance it is the record as it is.

-- Who a person is and how it is safe to reach them, as another holder is told: not where they live when that is protected, but that it is;
-- a way that was stopped as unsafe goes as unsafe, so that nobody tries it anew, and one that reaches nobody is left out.
create view people.person_to_give with (security_invoker = true) as
select p.area_id, p.person_id, p.held_by, p.code_word, p.address_protected,
  jsonb_build_object('forename', p.forename, 'surname', p.surname, 'pseudonym', p.pseudonym, 'date_of_birth', p.date_of_birth, 'sex', p.sex,
    'ethnicity', p.ethnicity, 'language', p.language, 'communication_needs', p.communication_needs, 'sensitive', p.sensitive,
    'sensitive_because', p.sensitive_because,
    'contact_methods', coalesce((
      select jsonb_agg(jsonb_build_object('kind', m.kind, 'value', m.value, 'safe', case when m.stopped_on is null then m.safe else 'no' end,
        'message_ok', m.message_ok, 'withhold_caller_id', m.withhold_caller_id, 'hours', m.hours, 'shared_with', m.shared_with,
        'notes', m.notes, 'checked_on', m.checked_on, 'review_on', m.review_on) order by m.recorded_at, m.contact_method_id)
      from people.contact_method m
      where m.area_id = p.area_id and m.person_id = p.person_id
        and (m.stopped_because is null or m.stopped_because not in ('wrong-number', 'not-delivered'))), '[]'),
    'address', (
      select jsonb_build_object('line', a.line, 'town', a.town, 'postcode', a.postcode, 'safe', a.safe, 'message_ok', a.message_ok,
        'suspect_lives_here', a.suspect_lives_here)
      from people.address a
      where a.area_id = p.area_id and a.person_id = p.person_id and a.until is null and not a.protected
      order by a.recorded_at desc, a.address_id desc limit 1)) as person
from people.person p;
grant select on people.person_to_give to waymark_app;

-- Waits for changes of the person that are under way, and lets none begin before the offer is written: it would miss the row.
create function people.hold_still(held_person uuid) returns void language plpgsql as $$
begin
  perform from people.address where area_id = access.area_id() and person_id = held_person for update;
  perform from people.contact_method where area_id = access.area_id() and person_id = held_person for update;
  perform from people.person where area_id = access.area_id() and person_id = held_person for update;
end $$;

alter table support.given_person
  add column person_id         uuid,                          -- the giver's record, which the row follows
  add column person_held_by    uuid,                          -- who holds that record, and so may change it
  add column address_protected boolean not null default false;
create index on support.given_person (area_id, person_id);
grant update, delete on support.given_person to waymark_app;
-- Who holds the person may not hold the case: they reach the row that repeats their own record, to keep it true.
create policy seen_by_who_holds_the_person on support.given_person for select to waymark_app
  using (area_id = access.area_id() and person_held_by = any (access.my_teams()));
create policy kept_true_by_who_holds_the_person on support.given_person for update to waymark_app
  using (area_id = access.area_id() and person_held_by = any (access.my_teams()))
  with check (area_id = access.area_id() and person_held_by = any (access.my_teams()));

create function support.keep_given_true() returns trigger language plpgsql as $$
declare given uuid[];
begin
  if not exists (select from support.given_person where area_id = access.area_id()) then return null; end if;
  select array_agg(distinct c.person_id) into given from changed c
  join support.given_person g on g.area_id = c.area_id and g.person_id = c.person_id;
  if given is null then return null; end if;
  -- Locked before it is read: of two changes at once the later one sees the earlier.
  perform from support.given_person where area_id = access.area_id() and person_id = any (given) order by given_person_id for update;
  update support.given_person g
  set person = v.person, code_word = v.code_word, address_protected = v.address_protected, person_held_by = v.held_by
  from people.person_to_give v
  where g.area_id = access.area_id() and g.person_id = any (given) and v.area_id = g.area_id and v.person_id = g.person_id;
  return null;
end $$;
create trigger keep_given_true after update on people.person referencing new table as changed
  for each statement execute function support.keep_given_true();
create trigger keep_given_true_insert after insert on people.contact_method referencing new table as changed
  for each statement execute function support.keep_given_true();
create trigger keep_given_true_update after update on people.contact_method referencing new table as changed
  for each statement execute function support.keep_given_true();
create trigger keep_given_true_insert after insert on people.address referencing new table as changed
  for each statement execute function support.keep_given_true();
create trigger keep_given_true_update after update on people.address referencing new table as changed
  for each statement execute function support.keep_given_true();
create trigger keep_given_true_delete after delete on people.address referencing old table as changed
  for each statement execute function support.keep_given_true();
