-- What a referrer is told when the work with somebody they referred ends (domain 4.4): never why, never what was done.
alter table organisations.agreement add column told_at_close text not null default 'no-contact'
  check (told_at_close in ('nothing', 'no-contact', 'closed'));
-- Things given together are one line: a transfer's receipts are given some thousand at a time.
alter table organisations.share add column things int not null default 1 check (things > 0);
grant select (things) on organisations.share to waymark_figures;
