-- What the office means by each colour, told to an owner who cannot see its plan.
alter table delivery_plan.update_request add column colours_mean jsonb not null default '{}';
