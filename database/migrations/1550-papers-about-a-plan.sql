-- Which theme and which cycle of a delivery plan a paper is about.
create table papers.plan_subject (
  area_id  uuid not null default access.area_id(),
  plan_subject_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by  uuid not null,
  theme_id uuid not null,
  cycle_id uuid not null,
  primary key (area_id, plan_subject_id),
  unique (area_id, paper_id),
  foreign key (area_id, paper_id, held_by) references papers.paper (area_id, paper_id, held_by) on update cascade,
  foreign key (area_id, theme_id) references delivery_plan.theme (area_id, theme_id),
  foreign key (area_id, cycle_id) references delivery_plan.cycle (area_id, cycle_id));
select access.protect('papers.plan_subject', 'select, insert');
