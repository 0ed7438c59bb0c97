-- Whoever follows may follow some kinds of paper or some meetings only. What they ask for holds once they have confirmed it.
alter table public_site.follower
  add column follows text[],                   -- 'kind:Reports of a service', 'meeting:Police and Crime Panel'; null: everything
  add column asked_follows text[];
alter table public_site.asking drop constraint asking_wrote_check;
alter table public_site.asking add constraint asking_wrote_check check (wrote in ('confirm', 'already', 'change'));
