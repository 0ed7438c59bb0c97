-- What kind of paper a publication is, as the public reads it: 'Reports of a service'. Those published before have none.
alter table papers.publication add column series text;
