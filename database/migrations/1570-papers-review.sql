-- A paper's way from draft to sign-off. Each step and each comment is a row of whoever made it, given to the other side where a provider wrote
-- the paper: never overwritten, so the way can be read back.
create table papers.step (
  area_id  uuid not null default access.area_id(),
  step_id  uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by  uuid not null,
  given_to uuid,
  step     text not null check (step in ('review', 'sign_off', 'returned')),
  reason   text check (step <> 'returned' or reason is not null),
  taken_by uuid not null default access.actor_id(),
  taken_at timestamptz not null default clock_timestamp(),
  primary key (area_id, step_id),
  foreign key (area_id, paper_id) references papers.paper (area_id, paper_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create index on papers.step (area_id, paper_id, taken_at);
select access.protect('papers.step', 'select, insert');
create policy given_to_my_teams on papers.step for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));

-- What a reviewer says about one paragraph, with its words as they stood; and what is answered.
create table papers.comment (
  area_id    uuid not null default access.area_id(),
  comment_id uuid not null default access.new_id(),
  paper_id   uuid not null,
  held_by    uuid not null,
  given_to   uuid,
  answers    uuid,                            -- the comment that this answers
  place      text,                            -- the paragraph as people cite it: '3.2', or its heading
  about      text,                            -- its words when the comment was made
  words      text not null,
  made_by    uuid not null default access.actor_id(),
  made_at    timestamptz not null default clock_timestamp(),
  primary key (area_id, comment_id),
  check (answers is not null or place is not null),
  foreign key (area_id, paper_id) references papers.paper (area_id, paper_id),
  foreign key (area_id, answers) references papers.comment (area_id, comment_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create index on papers.comment (area_id, paper_id, made_at);
select access.protect('papers.comment', 'select, insert');
create policy given_to_my_teams on papers.comment for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));

-- A correction is a paper of its own, which goes the same way; published, it is the next version at the same address.
create table papers.correction (
  area_id       uuid not null default access.area_id(),
  correction_id uuid not null default access.new_id(),
  paper_id      uuid not null,
  corrects      uuid not null,
  held_by       uuid not null,
  because       text not null,
  begun_by      uuid not null default access.actor_id(),
  begun_at      timestamptz not null default now(),
  primary key (area_id, correction_id),
  unique (area_id, paper_id),
  unique (area_id, corrects),
  foreign key (area_id, paper_id, held_by) references papers.paper (area_id, paper_id, held_by) on update cascade,
  foreign key (area_id, corrects) references papers.paper (area_id, paper_id));
select access.protect('papers.correction', 'select, insert');
