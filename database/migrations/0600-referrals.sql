-- Every way in. A referral is a row accepted or not: none is ever dropped, and each has exactly one result.
create schema referrals;
grant usage on schema referrals to waymark_app, waymark_figures;

create table referrals.referral (
  area_id            uuid not null default access.area_id(),
  referral_id        uuid not null default access.new_id(),
  held_by            uuid not null,
  person_id          uuid,                     -- none when the row could not be read, or nobody may be contacted
  reference          text not null,            -- what people say on the phone: VC000001
  received_on        date not null,            -- every count of referrals is by this day
  source             text not null,            -- reference code list referral-source
  sender             text not null default '', -- as the sender calls itself: 'Nottinghamshire Police'
  occurrence_number  text,
  crime_reference    text,
  reported_on        date,
  offence_text       text,                     -- as sent
  offence_group      text not null default 'unclassified',
  offence_subgroup   text,
  offence_confidence real,
  domestic           boolean not null default false,
  sexual             boolean not null default false,
  hate_strand        text,
  consent_basis      text not null default 'not-recorded',  -- reference code list consent-basis
  district           text,
  result             text not null check (result in ('accepted', 'duplicate', 'deceased', 'no-consent', 'safeguarding', 'out-of-scope',
                       'out-of-area', 'unsafe-contact', 'no-contact-details', 'error')),
  recorded_at        timestamptz not null default now(),
  recorded_by        uuid default access.actor_id(),
  primary key (area_id, referral_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create unique index on referrals.referral (area_id, held_by, reference);
create index on referrals.referral (area_id, person_id);
create index on referrals.referral (area_id, held_by, received_on, referral_id);
select access.protect('referrals.referral', 'select, insert, update');
select access.figures_may_read('referrals.referral', 'area_id, referral_id, held_by, person_id, received_on, source, sender, reported_on, offence_group,
  offence_subgroup, domestic, sexual, hate_strand, consent_basis, district, result, recorded_at');
