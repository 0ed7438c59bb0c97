-- What a caseworker records in a day. Every row is held by the team that holds its case, and follows the case when it moves.

-- Who works on a case, and whether they know the person: asked before the work starts (domain 2, conflict).
create table support.allocation (
  area_id       uuid not null default access.area_id(),
  allocation_id uuid not null default access.new_id(),
  case_id       uuid not null,
  held_by       uuid not null,
  allocated_to  uuid,                           -- none: back to waiting for allocation
  because       text,
  knows_person  text not null default 'not-asked' check (knows_person in ('not-asked', 'no', 'yes')),
  answered_at   timestamptz,
  recorded_at   timestamptz not null default now(),
  recorded_by   uuid default access.actor_id(),
  primary key (area_id, allocation_id),
  foreign key (area_id, allocated_to) references access.member (area_id, member_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.allocation (area_id, case_id);
select access.protect('support.allocation', 'select, insert, update');

create table support.contact_attempt (
  area_id            uuid not null default access.area_id(),
  contact_attempt_id uuid not null default access.new_id(),
  case_id            uuid not null,
  held_by            uuid not null,
  attempted_at       timestamptz not null,
  channel            text not null check (channel in ('phone', 'sms', 'email', 'letter', 'face-to-face', 'live-chat')),
  result             text not null check (result in ('reached', 'no-answer', 'message-left', 'wrong-number', 'third-party', 'unsafe', 'undelivered')),
  minutes            int check (minutes >= 0),
  note               text,
  recorded_at        timestamptz not null default now(),
  recorded_by        uuid default access.actor_id(),
  primary key (area_id, contact_attempt_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.contact_attempt (area_id, case_id, attempted_at);
select access.protect('support.contact_attempt', 'select, insert');
select access.figures_may_read('support.contact_attempt', 'area_id, contact_attempt_id, case_id, held_by, attempted_at, channel, result, minutes, recorded_at');

-- One category, one day: the worker's score and, apart from it, the person's own. 0: not a need now (domain 5).
create table support.need_score (
  area_id       uuid not null default access.area_id(),
  need_score_id uuid not null default access.new_id(),
  case_id       uuid not null,
  held_by       uuid not null,
  assessed_on   date not null,
  stage         text not null check (stage in ('start', 'review', 'close')),
  need          text not null check (need in ('health', 'accommodation', 'family', 'education-employment', 'drugs-alcohol', 'finance', 'outlook', 'social')),
  worker_score  int check (worker_score between 0 and 5),
  person_score  int check (person_score between 0 and 5),
  recorded_at   timestamptz not null default now(),
  recorded_by   uuid default access.actor_id(),
  primary key (area_id, need_score_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade,
  check (worker_score is not null or person_score is not null));
create index on support.need_score (area_id, case_id);
select access.protect('support.need_score', 'select, insert');
select access.figures_may_read('support.need_score', 'area_id, need_score_id, case_id, held_by, assessed_on, stage, need, worker_score, person_score, recorded_at');

-- Never changed: what was wrong is put right by a further note, so that both can be read.
create table support.note (
  area_id     uuid not null default access.area_id(),
  note_id     uuid not null default access.new_id(),
  case_id     uuid not null,
  held_by     uuid not null,
  body        text not null check (body <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor_id(),
  primary key (area_id, note_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.note (area_id, case_id);
select access.protect('support.note', 'select, insert');

-- Something to do by a day. A step is worked out by the rules (contact, conflict check): at most one is open in a case.
create table support.task (
  area_id     uuid not null default access.area_id(),
  task_id     uuid not null default access.new_id(),
  case_id     uuid not null,
  held_by     uuid not null,
  step        text check (step in ('first-contact', 'try-again', 'send-message', 'close-no-contact', 'review-route')),
  type        text,                            -- a planned action: reference code list support-type
  what        text not null,
  due_on      date not null,
  done_on     date,
  ended_as    text check (ended_as in ('done', 'not-needed')),
  done_by     uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default access.actor_id(),
  primary key (area_id, task_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade,
  check ((done_on is null) = (ended_as is null)));
create index on support.task (area_id, case_id);
create unique index on support.task (area_id, case_id) where step is not null and done_on is null;
select access.protect('support.task', 'select, insert, update');
select access.figures_may_read('support.task', 'area_id, task_id, case_id, held_by, step, type, due_on, done_on, ended_as, recorded_at');

create table support.risk_judgement (
  area_id           uuid not null default access.area_id(),
  risk_judgement_id uuid not null default access.new_id(),
  case_id           uuid not null,
  held_by           uuid not null,
  judged_on         date not null,
  risk              text not null check (risk in ('standard', 'medium', 'high')),
  because           text not null,
  recorded_at       timestamptz not null default now(),
  recorded_by       uuid default access.actor_id(),
  primary key (area_id, risk_judgement_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.risk_judgement (area_id, case_id);
select access.protect('support.risk_judgement', 'select, insert');
select access.figures_may_read('support.risk_judgement', 'area_id, risk_judgement_id, case_id, held_by, judged_on, risk, recorded_at');

-- A case offered by one team to another (decision 2): what the other must know to decide, written for it by the one that holds the case.
create table support.hand_over (
  area_id      uuid not null default access.area_id(),
  hand_over_id uuid not null default access.new_id(),
  case_id      uuid not null,
  held_by      uuid not null,                  -- the team that offers: it keeps the record of what it gave
  offered_to   uuid not null,
  because      text not null,
  recorded_at  timestamptz not null default now(),
  recorded_by  uuid default access.actor_id(),
  answer       text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at  timestamptz,
  answered_by  uuid,
  answer_note  text,
  primary key (area_id, hand_over_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, offered_to) references access.team (area_id, team_id),
  foreign key (area_id, case_id) references support.case (area_id, case_id),
  check (held_by <> offered_to));
create unique index on support.hand_over (area_id, case_id) where answer is null;
create index on support.hand_over (area_id, case_id);
create index on support.hand_over (area_id, offered_to) where answer is null;
select access.protect('support.hand_over', 'select, insert, update');
create policy offered_to_my_teams on support.hand_over for select to waymark_app
  using (area_id = access.area_id() and offered_to = any (access.my_teams()));
create policy answered_by_my_teams on support.hand_over for update to waymark_app
  using (area_id = access.area_id() and offered_to = any (access.my_teams()))
  with check (area_id = access.area_id() and offered_to = any (access.my_teams()));
