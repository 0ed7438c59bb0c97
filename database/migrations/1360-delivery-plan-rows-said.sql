-- What a person says of a row read from a paper, by its line: what it is, where reading could not tell or told wrongly.
alter table delivery_plan.plan_import add column rows_said jsonb not null default '{}';
