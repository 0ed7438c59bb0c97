-- The Commissioner's delivery plan: about no person. Held by the Commissioner's office; an owner elsewhere is given what is asked of them.
create schema delivery_plan;
grant usage on schema delivery_plan to waymark_app;

-- Any office's words for its levels, and its own definitions of the four colours.
create table delivery_plan.plan (
  area_id      uuid not null default access.area_id(),
  plan_id      uuid not null default access.new_id(),
  held_by      uuid not null,
  title        text not null,                  -- 'Police and Crime Plan (2018-21)'
  starts_on    date not null,
  ends_on      date not null check (ends_on > starts_on),
  presented_on date,
  theme_word   text not null default 'Theme',  -- 'Objective', 'Priority'
  deliverable_word text not null default 'Deliverable',
  green_means  text not null,
  amber_means  text not null,
  red_means    text not null,
  white_means  text not null,
  recorded_by  uuid not null default access.actor_id(),
  recorded_at  timestamptz not null default now(),
  primary key (area_id, plan_id),
  unique (area_id, plan_id, held_by),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('delivery_plan.plan', 'select, insert, update');

create table delivery_plan.theme (
  area_id  uuid not null default access.area_id(),
  theme_id uuid not null default access.new_id(),
  plan_id  uuid not null,
  held_by  uuid not null,
  number   int not null check (number > 0),
  title    text not null,
  primary key (area_id, theme_id),
  unique (area_id, plan_id, number),
  foreign key (area_id, plan_id, held_by) references delivery_plan.plan (area_id, plan_id, held_by) on update cascade);
select access.protect('delivery_plan.theme', 'select, insert, update');

create table delivery_plan.year (
  area_id   uuid not null default access.area_id(),
  year_id   uuid not null default access.new_id(),
  plan_id   uuid not null,
  held_by   uuid not null,
  title     text not null,                     -- 'Police and Crime Delivery Plan (2019-20)'
  starts_on date not null,
  ends_on   date not null check (ends_on > starts_on),
  primary key (area_id, year_id),
  unique (area_id, year_id, held_by),
  unique (area_id, plan_id, starts_on),
  foreign key (area_id, plan_id, held_by) references delivery_plan.plan (area_id, plan_id, held_by) on update cascade);
select access.protect('delivery_plan.year', 'select, insert, update');

-- Who answers for a deliverable, by the letters the paper prints. A member, or a team elsewhere, is asked for updates.
create table delivery_plan.owner (
  area_id   uuid not null default access.area_id(),
  owner_id  uuid not null default access.new_id(),
  plan_id   uuid not null,
  held_by   uuid not null,
  initials  text not null,                     -- 'NW', 'Force', 'VRU'
  member_id uuid,
  team_id   uuid,
  primary key (area_id, owner_id),
  unique (area_id, plan_id, initials),
  foreign key (area_id, plan_id, held_by) references delivery_plan.plan (area_id, plan_id, held_by) on update cascade,
  foreign key (area_id, member_id) references access.member (area_id, member_id),
  foreign key (area_id, team_id) references access.team (area_id, team_id));
select access.protect('delivery_plan.owner', 'select, insert, update');

create table delivery_plan.deliverable (
  area_id        uuid not null default access.area_id(),
  deliverable_id uuid not null default access.new_id(),
  year_id        uuid not null,
  theme_id       uuid not null,
  held_by        uuid not null,
  number         int not null check (number > 0),
  words          text not null,
  organisation   text not null,                -- 'OPCC', 'Force', 'VRU'
  success        text,
  funding        text,
  funding_pounds numeric(12, 2),
  starts_on      date,                         -- not expected to have started before
  due_on         date,
  rule           text not null default 'none' check (rule in ('none', 'date', 'percentage', 'bands')),
  measure        text,                         -- by name: measures are defined in a higher module
  measured_over  text not null default 'quarter' check (measured_over in ('quarter', 'year')),
  target         numeric(12, 2),               -- met: green
  amber_to       numeric(12, 2),               -- bands: at least (or at most) this is amber, beyond it red
  less_is_better boolean not null default false,
  carried_from   uuid,
  read_from      text,                         -- where an import read it
  recorded_by    uuid not null default access.actor_id(),
  recorded_at    timestamptz not null default now(),
  primary key (area_id, deliverable_id),
  unique (area_id, deliverable_id, held_by),
  unique (area_id, year_id, theme_id, number),
  check (rule not in ('percentage', 'bands') or (measure is not null and target is not null)),
  check (rule <> 'bands' or amber_to is not null),
  check (rule <> 'date' or due_on is not null),
  foreign key (area_id, year_id, held_by) references delivery_plan.year (area_id, year_id, held_by) on update cascade,
  foreign key (area_id, theme_id) references delivery_plan.theme (area_id, theme_id),
  foreign key (area_id, carried_from) references delivery_plan.deliverable (area_id, deliverable_id));
select access.protect('delivery_plan.deliverable', 'select, insert, update');

create table delivery_plan.deliverable_owner (
  area_id        uuid not null default access.area_id(),
  deliverable_owner_id uuid not null default access.new_id(),
  deliverable_id uuid not null,
  owner_id       uuid not null,
  held_by        uuid not null,
  place          int not null,
  primary key (area_id, deliverable_owner_id),
  unique (area_id, deliverable_id, owner_id),
  foreign key (area_id, deliverable_id, held_by) references delivery_plan.deliverable (area_id, deliverable_id, held_by) on update cascade,
  foreign key (area_id, owner_id) references delivery_plan.owner (area_id, owner_id));
select access.protect('delivery_plan.deliverable_owner', 'select, insert, delete');

-- One round of reporting. Closed is a moment, never taken back.
create table delivery_plan.cycle (
  area_id     uuid not null default access.area_id(),
  cycle_id    uuid not null default access.new_id(),
  year_id     uuid not null,
  held_by     uuid not null,
  name        text not null,                   -- 'Quarter 3'
  period_from date not null,
  period_to   date not null check (period_to >= period_from),
  due_on      date not null,
  opened_at   timestamptz not null default now(),
  opened_by   uuid not null default access.actor_id(),
  closed_at   timestamptz,
  overall     text,                            -- the overall statement, typed by a person
  primary key (area_id, cycle_id),
  unique (area_id, cycle_id, held_by),
  unique (area_id, year_id, period_to),
  foreign key (area_id, year_id, held_by) references delivery_plan.year (area_id, year_id, held_by) on update cascade);
select access.protect('delivery_plan.cycle', 'select, insert, update');

-- What an owner is asked, with all they need to answer: a row written for them (sharing is giving).
create table delivery_plan.update_request (
  area_id        uuid not null default access.area_id(),
  update_request_id uuid not null default access.new_id(),
  cycle_id       uuid not null,
  deliverable_id uuid not null,
  owner_id       uuid not null,
  held_by        uuid not null,
  given_to       uuid not null,
  for_member     uuid,
  heading        text not null,                -- theme, number and words as the owner reads them
  cycle_name     text not null,
  period_from    date not null,
  period_to      date not null,
  year_from      date not null,
  due_on         date not null,
  said_before    text,
  asked_at       timestamptz not null default now(),
  withdrawn_at   timestamptz,                  -- when its cycle closed
  primary key (area_id, update_request_id),
  unique (area_id, cycle_id, deliverable_id, owner_id),
  unique (area_id, update_request_id, deliverable_id, cycle_id, held_by, given_to),
  foreign key (area_id, cycle_id, held_by) references delivery_plan.cycle (area_id, cycle_id, held_by) on update cascade,
  foreign key (area_id, deliverable_id, held_by) references delivery_plan.deliverable (area_id, deliverable_id, held_by) on update cascade,
  foreign key (area_id, owner_id) references delivery_plan.owner (area_id, owner_id),
  foreign key (area_id, given_to) references access.team (area_id, team_id),
  foreign key (area_id, for_member) references access.member (area_id, member_id));
create index on delivery_plan.update_request (area_id, given_to) where withdrawn_at is null;
select access.protect('delivery_plan.update_request', 'select, insert, update');
create policy given_to_my_teams on delivery_plan.update_request for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));

-- A dated record with an author, never overwritten: a later one may correct it, and both stay.
create table delivery_plan.update (
  area_id        uuid not null default access.area_id(),
  update_id      uuid not null default access.new_id(),
  deliverable_id uuid not null,
  held_by        uuid not null,
  cycle_id       uuid,
  update_request_id uuid,
  given_to       uuid,
  dated_on       date,                         -- null: the paper it was read from gives no date
  dated_to       text not null default 'day' check (dated_to in ('day', 'month', 'none')),
  author         text not null,                -- as printed: 'NW', 'NW NOPCC', 'MS'; a member's name when typed here
  words          text not null,
  figures        jsonb not null default '[]',  -- each figure in the words, as it stood when they were written
  suggests       text check (suggests in ('green', 'amber', 'red', 'white')),
  corrects       uuid,
  read_from      text,
  written_by     uuid not null default access.actor_id(),
  written_at     timestamptz not null default now(),
  primary key (area_id, update_id),
  check ((dated_to = 'none') = (dated_on is null)),
  foreign key (area_id, deliverable_id, held_by) references delivery_plan.deliverable (area_id, deliverable_id, held_by) on update cascade,
  foreign key (area_id, cycle_id, held_by) references delivery_plan.cycle (area_id, cycle_id, held_by) on update cascade,
  foreign key (area_id, corrects) references delivery_plan.update (area_id, update_id),
  -- An answer is to what was asked of whom: nobody given one request can write to another deliverable.
  foreign key (area_id, update_request_id, deliverable_id, cycle_id, held_by, given_to)
    references delivery_plan.update_request (area_id, update_request_id, deliverable_id, cycle_id, held_by, given_to) on update cascade,
  check ((update_request_id is null) = (given_to is null)),
  check (update_request_id is null or cycle_id is not null));
create index on delivery_plan.update (area_id, deliverable_id);
create index on delivery_plan.update (area_id, update_request_id) where update_request_id is not null;
select access.protect('delivery_plan.update', 'select, insert');
create policy given_to_my_teams on delivery_plan.update for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
create policy answered_by_my_teams on delivery_plan.update for insert to waymark_app
  with check (area_id = access.area_id() and given_to = any (access.my_teams()));

-- A colour in a cycle: proposed by the deliverable's rule, decided by a person, with a reason when it differs. The latest stands.
create table delivery_plan.rating (
  area_id        uuid not null default access.area_id(),
  rating_id      uuid not null default access.new_id(),
  deliverable_id uuid not null,
  cycle_id       uuid not null,
  held_by        uuid not null,
  status         text not null check (status in ('green', 'amber', 'red', 'white')),
  proposed       text check (proposed in ('green', 'amber', 'red', 'white')),
  because        text,
  reason         text,
  read_from      text,
  decided_by     uuid not null default access.actor_id(),
  decided_at     timestamptz not null default clock_timestamp(),
  primary key (area_id, rating_id),
  check (proposed is null or proposed = status or reason is not null),
  foreign key (area_id, deliverable_id, held_by) references delivery_plan.deliverable (area_id, deliverable_id, held_by) on update cascade,
  foreign key (area_id, cycle_id, held_by) references delivery_plan.cycle (area_id, cycle_id, held_by) on update cascade);
create index on delivery_plan.rating (area_id, cycle_id, deliverable_id, decided_at);
select access.protect('delivery_plan.rating', 'select, insert');

-- A figure that no record here gives, with where it comes from.
create table delivery_plan.sourced_figure (
  area_id    uuid not null default access.area_id(),
  sourced_figure_id uuid not null default access.new_id(),
  plan_id    uuid not null,
  held_by    uuid not null,
  name       text not null,
  value      text not null,
  n          text,
  origin     text not null,
  as_at_on   date,
  recorded_by uuid not null default access.actor_id(),
  recorded_at timestamptz not null default now(),
  primary key (area_id, sourced_figure_id),
  unique (area_id, plan_id, name),
  foreign key (area_id, plan_id, held_by) references delivery_plan.plan (area_id, plan_id, held_by) on update cascade);
select access.protect('delivery_plan.sourced_figure', 'select, insert');

-- A paper read, and what was read from where, kept before anything else is.
create table delivery_plan.plan_import (
  area_id     uuid not null default access.area_id(),
  plan_import_id uuid not null default access.new_id(),
  held_by     uuid not null,
  name        text not null,
  source_text text not null,
  kept_at     timestamptz,
  cycle_id    uuid,                            -- where it was kept
  imported_by uuid not null default access.actor_id(),
  imported_at timestamptz not null default now(),
  primary key (area_id, plan_import_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, cycle_id) references delivery_plan.cycle (area_id, cycle_id));
select access.protect('delivery_plan.plan_import', 'select, insert, update');

-- Reminders sent, so that none is sent twice and everybody sees who was reminded when.
create table delivery_plan.reminder (
  area_id     uuid not null default access.area_id(),
  reminder_id uuid not null default access.new_id(),
  update_request_id uuid not null,
  held_by     uuid not null,
  given_to    uuid not null,
  kind        text not null check (kind in ('due-soon', 'due', 'overdue')),
  reminded_on date not null,
  primary key (area_id, reminder_id),
  unique (area_id, update_request_id, kind),
  foreign key (area_id, update_request_id) references delivery_plan.update_request (area_id, update_request_id));
select access.protect('delivery_plan.reminder', 'select, insert');
create policy given_to_my_teams on delivery_plan.reminder for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
