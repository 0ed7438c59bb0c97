-- Askings to follow: how many came from where, and whether a letter went, so that nobody has the service write to strangers. Keyed hashes only, gone
-- after 7 days, and of no use without the deployment's secret.
create table public_site.asking (
  area_id    uuid not null default access.area_id() references access.area,
  asking_id  uuid not null default access.new_id(),
  asked_at   timestamptz not null default now(),
  from_key   bytea not null,                   -- of the network address that asked
  for_key    bytea not null,                   -- of the e-mail address asked for, without its +tag
  wrote      text check (wrote in ('confirm', 'already')),   -- which letter went; null: none
  primary key (area_id, asking_id));
create index on public_site.asking (area_id, asked_at);
alter table public_site.asking enable row level security;
alter table public_site.asking force row level security;
create policy within_my_area on public_site.asking to waymark_app using (area_id = access.area_id()) with check (area_id = access.area_id());
grant select, insert, delete on public_site.asking to waymark_app;
create trigger keep_insert after insert on public_site.asking referencing new table as after_rows
  for each statement execute function access.keep_insert('asking_id');
create trigger keep_update after update on public_site.asking referencing old table as before_rows
  for each statement execute function access.keep_unread('asking_id');
create trigger keep_delete after delete on public_site.asking referencing old table as before_rows
  for each statement execute function access.keep_unread('asking_id');
