-- The case: what a team does with and for one person. It is held by one team; its rows follow it when it moves.
create schema support;
grant usage on schema support to waymark_app, waymark_figures;

-- Numbers that people say on the phone: W000123. Gaps mean nothing, and no area waits for another's.
create sequence support.case_number;
grant usage on sequence support.case_number to waymark_app;

create table support.case (
  area_id      uuid not null default access.area_id(),
  case_id      uuid not null default access.new_id(),
  held_by      uuid not null,
  person_id    uuid not null,
  referral_id  uuid,
  reference    text not null,                  -- W000123, or what an old system called it: C00001
  opened_on    date not null,
  received_on  date,                           -- when the referral was received: the clock of the first contact runs from it
  tier         text not null check (tier in ('brief', 'longer-term')),  -- the support the person chose; neither risk nor entitlement
  allocated_to uuid,
  risk         text check (risk in ('standard', 'medium', 'high')),
  sensitive    boolean not null default false,
  enhanced_reasons text[] not null default '{}',  -- why the Code's enhanced rights apply (domain 3.1); none: they do not
  follows_case_id uuid,                        -- the same person's earlier case, closed more than six months before
  offered_to   uuid,                           -- the team that a hand-over is offered to, until it answers
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid default access.actor_id(),
  primary key (area_id, case_id),
  unique (area_id, case_id, held_by),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, offered_to) references access.team (area_id, team_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, referral_id) references referrals.referral (area_id, referral_id),
  foreign key (area_id, allocated_to) references access.member (area_id, member_id),
  foreign key (area_id, follows_case_id) references support.case (area_id, case_id));
create unique index on support.case (area_id, held_by, reference);
create index on support.case (area_id, person_id);
create index on support.case (area_id, allocated_to);
create index on support.case (area_id, referral_id);
create index on support.case (area_id, opened_on, case_id);
create index on support.case (area_id, offered_to) where offered_to is not null;
select access.protect('support.case', 'select, insert, update');
-- A case moves only when one team offers it and the other takes it: the team it is offered to sees the case's head (no name is in it),
-- nothing recorded in it, and may change one thing: that it holds the case from now on. Hardly any case is offered: whether it is, is asked
-- first, because this policy is asked of every case that is read.
create policy offered_to_my_teams on support.case for select to waymark_app
  using (area_id = access.area_id() and offered_to is not null and offered_to = any (access.my_teams()));
create policy taken_by_my_teams on support.case for update to waymark_app
  using (area_id = access.area_id() and offered_to = any (access.my_teams()))
  with check (area_id = access.area_id() and held_by = any (access.my_teams()) and offered_to is null);
select access.figures_may_read('support.case', 'area_id, case_id, held_by, person_id, referral_id, opened_on, received_on, tier, allocated_to, risk, sensitive, enhanced_reasons, follows_case_id, recorded_at');

-- Closed is a row that says who, when and why; a return within six months takes it back as the same case (domain 5).
create table support.closure (
  area_id     uuid not null default access.area_id(),
  closure_id  uuid not null default access.new_id(),
  case_id     uuid not null,
  held_by     uuid not null,
  closed_on   date not null,
  reason      text not null,                   -- reference code list close-reason
  note        text,
  last_self_assessment text check (last_self_assessment in ('done', 'declined', 'not-offered')),
  returned_on date,                            -- the person came back: the case is open again from this day
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor_id(),
  primary key (area_id, closure_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create unique index on support.closure (area_id, case_id) where returned_on is null;
create index on support.closure (area_id, case_id);
select access.protect('support.closure', 'select, insert, update');
select access.figures_may_read('support.closure', 'area_id, closure_id, case_id, held_by, closed_on, reason, last_self_assessment, returned_on, recorded_at');

-- Something done for the person, typed and counted: target hardening counts items, others count instances.
create table support.action (
  area_id          uuid not null default access.area_id(),
  action_id        uuid not null default access.new_id(),
  case_id          uuid not null,
  held_by          uuid not null,
  acted_on         date not null,
  type             text not null,              -- reference code list support-type
  quantity         int not null default 1 check (quantity > 0),
  minutes          int check (minutes >= 0),
  channel          text,
  outcome          text,
  worker           text,                       -- who did it, when they were never a member here (moved from an old system)
  source_reference text,
  recorded_at      timestamptz not null default now(),
  recorded_by      uuid default access.actor_id(),
  primary key (area_id, action_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.action (area_id, case_id, acted_on);
create unique index on support.action (area_id, held_by, source_reference) where source_reference is not null;
select access.protect('support.action', 'select, insert');
select access.figures_may_read('support.action', 'area_id, action_id, case_id, held_by, acted_on, type, quantity, minutes, channel, recorded_at');
