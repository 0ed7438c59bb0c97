-- An old system may tell in one row how often something was done. Each time is an instance, as each item of target hardening is one; a worker
-- of Waymark records each by itself.
create or replace view insight.action with (security_invoker = true) as
select a.area_id, a.held_by, a.action_id, a.case_id as record_id, a.acted_on as counted_on, a.type, c.tier, items.number
from support.action a
join support.case c on c.area_id = a.area_id and c.case_id = a.case_id
cross join lateral generate_series(1, a.quantity) as items (number);
