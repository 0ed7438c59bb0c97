-- A funnel that always adds up: referrals = interventions + closed by reason + in preparation + no outcome recorded.
create schema restorative_justice;
grant usage on schema restorative_justice to waymark_app, waymark_figures;

create table restorative_justice.rj_referral (
  area_id        uuid not null default access.area_id(),
  rj_referral_id uuid not null default access.new_id(),
  held_by        uuid not null,
  person_id      uuid,
  referral_id    uuid,
  reference      text not null,
  received_on    date not null,
  source         text not null,
  recorded_at    timestamptz not null default now(),
  recorded_by    uuid default access.actor_id(),
  primary key (area_id, rj_referral_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, referral_id) references referrals.referral (area_id, referral_id));
create unique index on restorative_justice.rj_referral (area_id, held_by, reference);
select access.protect('restorative_justice.rj_referral', 'select, insert, update');
select access.figures_may_read('restorative_justice.rj_referral', 'area_id, rj_referral_id, held_by, person_id, referral_id, received_on, source, recorded_at');

-- At most one current outcome each: what was delivered, why it closed, or that both parties are being prepared.
create table restorative_justice.rj_outcome (
  area_id        uuid not null default access.area_id(),
  rj_outcome_id  uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by        uuid not null,
  outcome        text not null check (outcome in ('conference', 'letter', 'shuttle', 'video', 'community-conference', 'restorative-conversation',
                   'withdrew-or-disengaged', 'no-offender-information', 'offender-declined', 'denies-responsibility', 'unsuitable', 'too-early', 'in-preparation')),
  reached_on     date,                         -- null: not recorded by the old system
  superseded_at  timestamptz,
  recorded_at    timestamptz not null default now(),
  recorded_by    uuid default access.actor_id(),
  primary key (area_id, rj_outcome_id),
  foreign key (area_id, rj_referral_id) references restorative_justice.rj_referral (area_id, rj_referral_id));
create unique index on restorative_justice.rj_outcome (area_id, rj_referral_id) where superseded_at is null;
select access.protect('restorative_justice.rj_outcome', 'select, insert, update');
select access.figures_may_read('restorative_justice.rj_outcome', 'area_id, rj_outcome_id, rj_referral_id, held_by, outcome, reached_on, superseded_at, recorded_at');
