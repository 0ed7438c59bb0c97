-- Followers are told of what is withdrawn too: of one version that it was published, and later that it was withdrawn.
alter table public_site.telling add column what text not null default 'published' check (what in ('published', 'withdrawn'));
alter table public_site.telling drop constraint telling_area_id_thing_id_key;
alter table public_site.telling add constraint telling_once unique (area_id, thing_id, what);
