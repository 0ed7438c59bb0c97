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
  close_reason   text check (close_reason in ('victim-withdrew', 'victim-disengaged')),   -- which of the two, where one line counts both
  reached_on     date,                         -- null: not recorded by the old system
  superseded_at  timestamptz,
  recorded_at    timestamptz not null default now(),
  recorded_by    uuid default access.actor_id(),
  primary key (area_id, rj_outcome_id),
  check (close_reason is null or outcome = 'withdrew-or-disengaged'),
  foreign key (area_id, rj_referral_id) references restorative_justice.rj_referral (area_id, rj_referral_id));
create unique index on restorative_justice.rj_outcome (area_id, rj_referral_id) where superseded_at is null;
select access.protect('restorative_justice.rj_outcome', 'select, insert, update');
select access.figures_may_read('restorative_justice.rj_outcome', 'area_id, rj_outcome_id, rj_referral_id, held_by, outcome, close_reason, reached_on, superseded_at, recorded_at');

-- The path of domain reference 7, a row for each step that was taken; record-step.ts keeps its gates.
create table restorative_justice.step (
  area_id        uuid not null default access.area_id(),
  step_id        uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by        uuid not null,
  stage          text not null check (stage in ('initial-contact', 'consent', 'suitability', 'offender-contact', 'preparation', 'intervention',
                   'outcome-agreement', 'follow-up', 'closed')),
  reached_on     date not null,
  note           text,
  recorded_at    timestamptz not null default now(),
  recorded_by    uuid default access.actor_id(),
  primary key (area_id, step_id),
  unique (area_id, rj_referral_id, stage),
  foreign key (area_id, rj_referral_id) references restorative_justice.rj_referral (area_id, rj_referral_id));
select access.protect('restorative_justice.step', 'select, insert');
select access.figures_may_read('restorative_justice.step', 'area_id, step_id, rj_referral_id, held_by, stage, reached_on, recorded_at');

-- Both people are assessed before they are prepared; what is sensitive or complex needs a senior practitioner's name.
create table restorative_justice.risk_assessment (
  area_id            uuid not null default access.area_id(),
  risk_assessment_id uuid not null default access.new_id(),
  rj_referral_id     uuid not null,
  held_by            uuid not null,
  party              text not null check (party in ('harmed-person', 'person-responsible')),
  assessed_on        date not null,
  suitable           boolean not null,
  complex            boolean not null default false,    -- sensitive or complex: not to go on without sign-off
  note               text,
  recorded_at        timestamptz not null default now(),
  recorded_by        uuid default access.actor_id(),
  primary key (area_id, risk_assessment_id),
  foreign key (area_id, rj_referral_id) references restorative_justice.rj_referral (area_id, rj_referral_id));
create index on restorative_justice.risk_assessment (area_id, rj_referral_id);
select access.protect('restorative_justice.risk_assessment', 'select, insert');

create table restorative_justice.sign_off (
  area_id        uuid not null default access.area_id(),
  sign_off_id    uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by        uuid not null,
  note           text,
  signed_off_at  timestamptz not null default now(),
  signed_off_by  uuid not null default access.actor_id(),
  primary key (area_id, sign_off_id),
  foreign key (area_id, rj_referral_id) references restorative_justice.rj_referral (area_id, rj_referral_id));
create index on restorative_justice.sign_off (area_id, rj_referral_id);
select access.protect('restorative_justice.sign_off', 'select, insert');

create sequence restorative_justice.rj_number;
grant usage on sequence restorative_justice.rj_number to waymark_app;
