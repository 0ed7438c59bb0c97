-- Finished on a day; by its dates and its measure both, the worse of the two.
alter table delivery_plan.deliverable
  add column done_on date,
  add column dates_too boolean not null default false,
  add check (not dates_too or rule in ('percentage', 'bands') and due_on is not null);
-- How far off its target is still amber, in per cent of the target, and how many days before it is due it is at risk: the office's own.
alter table delivery_plan.plan
  add column amber_within int not null default 5 check (amber_within between 0 and 100),
  add column at_risk_days int not null default 28 check (at_risk_days between 0 and 366);
