-- What was refused, or may or may not have arrived, keeps its address and words for a week, so that somebody who looks after the service can have
-- it sent again; then they are taken out. What was sent is emptied at once, as before.
alter table mail.message drop constraint message_check;
alter table mail.message
  add check ((state in ('sent', 'refused', 'unsure')) = (ended_at is not null)),
  add check (state <> 'sent' or to_address is null),
  add check (to_address is not null or (words is null and stop_url is null));
