-- An editor's answer to what a check found in a paper: it stands while the sentence stays as it is (`finding` is made of the rule and the sentence).
create table papers.finding_answer (
  area_id     uuid not null default access.area_id(),
  finding_answer_id uuid not null default access.new_id(),
  paper_id    uuid not null,
  held_by     uuid not null,
  given_to    uuid,
  finding     text not null,
  rule        text not null,
  quote       text not null,                   -- the sentence as it was when answered
  reason      text not null,
  answered_by uuid not null default access.actor_id(),
  answered_at timestamptz not null default now(),
  primary key (area_id, finding_answer_id),
  unique (area_id, paper_id, finding),
  foreign key (area_id, paper_id, held_by) references papers.paper (area_id, paper_id, held_by) on update cascade,
  foreign key (area_id, answered_by) references access.member (area_id, member_id));
select access.protect('papers.finding_answer', 'select, insert, update');
create policy given_to_my_teams on papers.finding_answer for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
