-- A case may be handed to another organisation of the area, where an agreement to share is in force. What it must know to decide stands in
-- the offer itself, for an offer is a row written for whoever it is made to; the case is not theirs until they accept.
alter table support.hand_over
  add column reference    text,
  add column tier         text,
  add column risk         text,
  add column sensitive    boolean not null default false,
  add column agreement_id uuid,                 -- none within one organisation
  add column ground       text check (ground in ('consent', 'law')),
  add column ground_note  text,                 -- when and how they agreed, or which law and why
  add foreign key (area_id, agreement_id) references organisations.agreement (area_id, agreement_id),
  add check ((agreement_id is null) = (ground is null) and (ground is null) = (ground_note is null));

-- Who the person is and how it is safe to reach them, written by the giving team for the receiving one: it keeps a record of its own
-- (decision 3). The row is held with the case, so that it is seen by the other only when the case is theirs.
create table support.given_person (
  area_id         uuid not null default access.area_id(),
  given_person_id uuid not null default access.new_id(),
  case_id         uuid not null,
  held_by         uuid not null,
  person          jsonb not null,
  code_word       text,
  given_at        timestamptz not null default now(),
  given_by        uuid default access.actor_id(),
  primary key (area_id, given_person_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.given_person (area_id, case_id);
select access.protect('support.given_person', 'select, insert');
