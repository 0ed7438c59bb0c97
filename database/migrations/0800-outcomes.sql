-- What changed for the person, in their own view: the four outcomes of the national framework, and what they thought of the service.
create schema outcomes;
grant usage on schema outcomes to waymark_app, waymark_figures;

create table outcomes.self_assessment (
  area_id            uuid not null default access.area_id(),
  self_assessment_id uuid not null default access.new_id(),
  case_id            uuid not null,
  held_by            uuid not null,
  assessed_on        date not null,
  stage              text not null check (stage in ('first', 'review', 'last')),
  scale              int not null default 10 check (scale in (5, 10)),       -- the highest score of the scale used
  health_wellbeing   int check (health_wellbeing between 1 and scale),       -- blank: not answered
  cope               int check (cope between 1 and scale),
  safety             int check (safety between 1 and scale),
  informed           int check (informed between 1 and scale),
  recorded_at        timestamptz not null default now(),
  recorded_by        uuid default access.actor_id(),
  primary key (area_id, self_assessment_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on outcomes.self_assessment (area_id, case_id);
select access.protect('outcomes.self_assessment', 'select, insert, update');
select access.figures_may_read('outcomes.self_assessment', 'area_id, self_assessment_id, case_id, held_by, assessed_on, stage, scale, health_wellbeing, cope, safety, informed, recorded_at');

-- Asked of closed cases, and not by the worker.
create table outcomes.survey (
  area_id         uuid not null default access.area_id(),
  survey_id       uuid not null default access.new_id(),
  case_id         uuid not null,
  held_by         uuid not null,
  sent_on         date not null,
  returned_on     date,
  satisfaction    text check (satisfaction in ('completely', 'mostly', 'partly', 'dissatisfied')),
  would_use_again boolean,
  would_recommend boolean,
  comment         text,                        -- in the person's own words
  answers_recorded_by uuid,                    -- never the worker whose case it was
  recorded_at     timestamptz not null default now(),
  recorded_by     uuid default access.actor_id(),
  primary key (area_id, survey_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on outcomes.survey (area_id, case_id);
select access.protect('outcomes.survey', 'select, insert, update');
select access.figures_may_read('outcomes.survey', 'area_id, survey_id, case_id, held_by, sent_on, returned_on, satisfaction, would_use_again, would_recommend, recorded_at');
