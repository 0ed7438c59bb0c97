-- Any office's own word for every level of its plan, one and several; several is as English makes it where nothing is said.
alter table delivery_plan.plan
  add column plan_word text not null default 'Plan',
  add column plan_words text,
  add column theme_words text,
  add column year_word text not null default 'Delivery plan',
  add column year_words text,
  add column deliverable_words text,
  add column owner_word text not null default 'Owner',
  add column owner_words text,
  add column update_word text not null default 'Update',
  add column update_words text,
  add column cycle_word text not null default 'Reporting cycle',
  add column cycle_words text;
-- Told to an owner who cannot see the plan.
alter table delivery_plan.update_request add column level_words jsonb not null default '{}';
