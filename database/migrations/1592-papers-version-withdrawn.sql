-- A version that was withdrawn stays withdrawn, whatever is published at its address later. Nothing else of a version ever changes.
alter table papers.publication_version add column withdrawn_at timestamptz;
alter table papers.publication_version add column withdrawn_because text;
alter table papers.publication_version add check ((withdrawn_at is null) = (withdrawn_because is null));
grant update (withdrawn_at, withdrawn_because) on papers.publication_version to waymark_app;
