-- The meetings that papers go to: an office's own boards, their dates, agendas, decisions and actions. About no person helped.
create table papers.board (
  area_id  uuid not null default access.area_id(),
  board_id uuid not null default access.new_id(),
  held_by  uuid not null,
  name     text not null,                      -- 'Strategic Resources and Performance Meeting'
  code     text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),   -- in public addresses; never changed
  is_panel boolean not null default false,     -- the Police and Crime Panel, which scrutinises the Commissioner
  primary key (area_id, board_id),
  unique (area_id, board_id, held_by),
  unique (area_id, held_by, code),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('papers.board', 'select, insert, update');

create table papers.meeting (
  area_id       uuid not null default access.area_id(),
  meeting_id    uuid not null default access.new_id(),
  board_id      uuid not null,
  held_by       uuid not null,
  meets_on      date not null,
  starts_at     text,                          -- '10am'
  place         text,
  papers_due_on date not null check (papers_due_on <= meets_on),
  primary key (area_id, meeting_id),
  unique (area_id, meeting_id, held_by),
  unique (area_id, board_id, meets_on),
  foreign key (area_id, board_id, held_by) references papers.board (area_id, board_id, held_by) on update cascade);
select access.protect('papers.meeting', 'select, insert, update');

-- A numbered item. Its title is public even where its paper is not, and says so where it is typed.
create table papers.agenda_item (
  area_id        uuid not null default access.area_id(),
  agenda_item_id uuid not null default access.new_id(),
  meeting_id     uuid not null,
  held_by        uuid not null,
  number         int not null check (number > 0),
  title          text not null,
  is_public      boolean not null default true,
  ground         text check (ground ~ '^[a-z0-9-]+$'),
  because        text,                         -- why the public interest is in keeping it from the public
  paper_id       uuid,
  follows        uuid,                         -- the item of an earlier meeting that it takes on
  primary key (area_id, agenda_item_id),
  unique (area_id, agenda_item_id, held_by),
  unique (area_id, meeting_id, number),
  check (is_public = (ground is null) and is_public = (because is null)),
  foreign key (area_id, meeting_id, held_by) references papers.meeting (area_id, meeting_id, held_by) on update cascade,
  foreign key (area_id, paper_id) references papers.paper (area_id, paper_id),
  foreign key (area_id, follows) references papers.agenda_item (area_id, agenda_item_id));
create index on papers.agenda_item (area_id, paper_id) where paper_id is not null;
select access.protect('papers.agenda_item', 'select, insert, update, delete');

create table papers.decision (
  area_id        uuid not null default access.area_id(),
  decision_id    uuid not null default access.new_id(),
  agenda_item_id uuid not null,
  held_by        uuid not null,
  words          text not null,
  decided_by     text not null,                -- the office that decided: 'The Commissioner'
  decided_on     date not null,
  is_public      boolean not null,
  recorded_by    uuid not null default access.actor_id(),
  recorded_at    timestamptz not null default clock_timestamp(),
  primary key (area_id, decision_id),
  foreign key (area_id, agenda_item_id, held_by) references papers.agenda_item (area_id, agenda_item_id, held_by) on update cascade);
create index on papers.decision (area_id, agenda_item_id);
select access.protect('papers.decision', 'select, insert');

create table papers.meeting_action (
  area_id        uuid not null default access.area_id(),
  meeting_action_id uuid not null default access.new_id(),
  agenda_item_id uuid not null,
  held_by        uuid not null,
  words          text not null,
  owner          text not null,
  due_on         date not null,
  recorded_by    uuid not null default access.actor_id(),
  recorded_at    timestamptz not null default clock_timestamp(),
  primary key (area_id, meeting_action_id),
  unique (area_id, meeting_action_id, held_by),
  foreign key (area_id, agenda_item_id, held_by) references papers.agenda_item (area_id, agenda_item_id, held_by) on update cascade);
create index on papers.meeting_action (area_id, agenda_item_id);
select access.protect('papers.meeting_action', 'select, insert');

-- What became of an action, told at a later meeting or between; the latest stands.
create table papers.action_progress (
  area_id    uuid not null default access.area_id(),
  action_progress_id uuid not null default access.new_id(),
  meeting_action_id uuid not null,
  held_by    uuid not null,
  words      text not null,
  is_done    boolean not null,
  told_on    date not null,
  told_by    uuid not null default access.actor_id(),
  told_at    timestamptz not null default clock_timestamp(),
  primary key (area_id, action_progress_id),
  foreign key (area_id, meeting_action_id, held_by) references papers.meeting_action (area_id, meeting_action_id, held_by) on update cascade);
create index on papers.action_progress (area_id, meeting_action_id, told_at);
select access.protect('papers.action_progress', 'select, insert');
