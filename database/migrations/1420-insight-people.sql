-- Who is who, for measures that count people. Across holders: the identity that the area's own actor keeps (decision 3), read by the role
-- that computes figures and by nobody else. Within what one organisation holds: the links that its own workers decided.
create view insight.human_being with (security_invoker = true) as
select area_id, kept_by, person_id, identity_id as human_being from people.identity;
grant select on insight.human_being to waymark_figures;

create view insight.linked_people with (security_invoker = true) as
select area_id, held_by, person_id, other_person_id from people.link where unlinked_at is null;
grant select on insight.linked_people to waymark_app, waymark_figures;
