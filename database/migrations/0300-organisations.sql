-- Who works together in an area, and under which agreement anything is given to another (decision 2; domain 14: each outbound share cites one).
create schema organisations;
grant usage on schema organisations to waymark_app, waymark_figures;

-- How an organisation describes itself to the others. Its name and kind are access.organisation's.
create table organisations.detail (
  area_id         uuid not null default access.area_id(),
  organisation_id uuid not null,
  about           text,
  phone           text,
  website         text check (website ~ '^https?://'),
  changed_at      timestamptz not null default now(),
  primary key (area_id, organisation_id),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id));
select access.protect_within_area('organisations.detail', 'select, insert, update');

create table organisations.agreement (
  area_id          uuid not null default access.area_id(),
  agreement_id     uuid not null default access.new_id(),
  given_by         uuid not null,               -- the organisation that gives
  received_by      uuid,                        -- the organisation that receives, when it is one of the area's
  receiver         text not null,               -- what the receiver is called
  reference        text not null,               -- what people call it: 'Police referral agreement 2026'
  purpose          text not null,
  items            text not null,               -- what may be given
  ground           text not null check (ground in ('consent', 'legal-obligation', 'public-task', 'vital-interests', 'legitimate-interests')),
  in_force_from    date not null,
  review_on        date not null,
  ended_on         date,
  recorded_at      timestamptz not null default now(),
  recorded_by      uuid not null default access.actor_id(),
  primary key (area_id, agreement_id),
  unique (area_id, given_by, reference),
  foreign key (area_id, given_by) references access.organisation (area_id, organisation_id),
  foreign key (area_id, received_by) references access.organisation (area_id, organisation_id),
  foreign key (area_id, recorded_by) references access.member (area_id, member_id),
  check (review_on > in_force_from),
  check (ended_on >= in_force_from));
select access.protect_within_area('organisations.agreement', 'select, insert, update');

-- One thing given, once, under one agreement: written by whoever gives, beside what is given. Held by the giving team.
create table organisations.share (
  area_id      uuid not null default access.area_id(),
  share_id     uuid not null default access.new_id(),
  held_by      uuid not null,
  agreement_id uuid not null,
  record_id    uuid not null,                   -- the person, case or referral that it was about
  shared_on    date not null,
  shared_at    timestamptz not null default now(),
  shared_by    uuid not null default access.actor_id(),
  primary key (area_id, share_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, agreement_id) references organisations.agreement (area_id, agreement_id),
  foreign key (area_id, shared_by) references access.member (area_id, member_id));
create index on organisations.share (area_id, agreement_id);
create index on organisations.share (area_id, record_id);
select access.protect('organisations.share', 'select, insert');
select access.figures_may_read('organisations.share', 'area_id, share_id, held_by, agreement_id, shared_on');
