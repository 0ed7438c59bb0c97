-- A meeting can be moved after its agenda was published: its address stays, and says from which day.
alter table papers.published_meeting add column moved_from date;

-- A decision that was recorded wrongly is corrected by another, which stands in its place; neither is changed or deleted.
alter table papers.decision add column replaces uuid;
alter table papers.decision add constraint decision_replaces foreign key (area_id, replaces) references papers.decision (area_id, decision_id);
alter table papers.decision add constraint decision_replaced_once unique (area_id, replaces);
