-- What was found: a safe way, on which attempts go on; or none, after which nothing more is tried and the case may close as no contact.
alter table support.route_review add column found text not null default 'safe-way' check (found in ('safe-way', 'none'));
