-- Mail on its way out: added in the transaction of what it tells of, so that both are there or neither. An address is personal data: it is
-- taken out, with the words, as soon as the message is sent or given up. What changed is kept; whom it went to is not.
create schema mail;
grant usage on schema mail to waymark_app;

-- Set by the sender alone (platform/mail/send-waiting.ts) for its own short transactions: no page reads who is written to.
create function mail.sending() returns boolean language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('waymark.sending', true), ''), 'off') = 'on' $$;

create table mail.message (
  area_id     uuid not null default access.area_id() references access.area,
  message_id  uuid not null default access.new_id(),
  about       text not null,                   -- the kind of message, in words: 'a published paper'
  once        text not null,                   -- what it tells to whom, by ids: the same is never queued twice
  for_id      uuid,                            -- who or what it is for: taken back together
  to_address  text,
  subject     text,
  words       text,
  stop_url    text,                            -- where one click ends such mail (RFC 8058)
  state       text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'unsure')),
  why         text,                            -- the server's answer as a code, never its words: they may hold the address
  tries       int not null default 0,
  queued_at   timestamptz not null default now(),
  try_at      timestamptz not null default now(),
  ended_at    timestamptz,
  primary key (area_id, message_id),
  unique (area_id, once),
  check ((state in ('sent', 'refused', 'unsure')) = (to_address is null and words is null and stop_url is null and ended_at is not null)));
create index on mail.message (area_id, try_at) where to_address is not null;
alter table mail.message enable row level security;
alter table mail.message force row level security;
create policy queued_by_anyone on mail.message for insert to waymark_app with check (area_id = access.area_id());
create policy reached_by_the_sender on mail.message to waymark_app
  using (area_id = access.area_id() and mail.sending()) with check (area_id = access.area_id() and mail.sending());
grant select, insert, update, delete on mail.message to waymark_app;
create trigger keep_insert after insert on mail.message referencing new table as after_rows
  for each statement execute function access.keep_insert('message_id');
create trigger keep_update after update on mail.message referencing old table as before_rows
  for each statement execute function access.keep_unread('message_id');
create trigger keep_delete after delete on mail.message referencing old table as before_rows
  for each statement execute function access.keep_unread('message_id');
