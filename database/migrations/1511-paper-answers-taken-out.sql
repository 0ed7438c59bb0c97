-- A finding about what the public must not read may be answered by saying that it will be redacted; nothing is published until it is.
alter table papers.finding_answer add column taken_out boolean not null default false;
