-- Who wrote the words of each section: they do not sign them. Null: written before this was kept.
alter table papers.section_words add column written_by uuid;
alter table papers.section_words alter column written_by set default access.actor_id();
