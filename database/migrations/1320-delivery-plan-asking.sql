-- What an owner is told was said last time reads as it did: with its figures, who said it and when.
alter table delivery_plan.update_request
  add column said_before_figures jsonb not null default '[]',
  add column said_before_by text;
-- Measures that say something of a deliverable beside the one its colour is proposed by; by name, as that one.
alter table delivery_plan.deliverable add column also_measures text[] not null default '{}';
-- What a person says of a paper read in that the paper itself does not say, or says wrongly: its plan, year, cycle and part.
alter table delivery_plan.plan_import add column about jsonb not null default '{}';
