-- Who came is looked up once, not once a page. An area counts what changes what its members are and may do; a page that finds the count
-- as it was knows the member already. Sessions are looked at each time, so that a session that was ended opens nothing any more.

create table access.standing (
  area_id uuid not null primary key default access.area_id() references access.area,
  changes bigint not null);
alter table access.standing enable row level security;
alter table access.standing force row level security;
create policy within_my_area on access.standing to waymark_app
  using (area_id = access.area_id()) with check (area_id = access.area_id());
grant select, insert, update on access.standing to waymark_app;

create function access.count_standing() returns trigger language plpgsql as $$
begin
  insert into access.standing (area_id, changes) select distinct c.area_id, 1 from changed c
    on conflict (area_id) do update set changes = standing.changes + 1;
  return null;
end $$;

do $$ declare counted text; begin
  foreach counted in array array['area', 'organisation', 'member', 'membership'] loop
    execute format('create trigger count_insert after insert on access.%I referencing new table as changed
      for each statement execute function access.count_standing()', counted);
    execute format('create trigger count_update after update on access.%I referencing new table as changed
      for each statement execute function access.count_standing()', counted);
    execute format('create trigger count_delete after delete on access.%I referencing old table as changed
      for each statement execute function access.count_standing()', counted);
  end loop;
end $$;

-- One round trip a page: finds whose sessions these are, and commits who, what and where before anything is read. All of one area; no
-- session, no row back. `standing`: what the area's count is, for whoever knows the member already.
create function access.open_visits(asked_area uuid, visit_ids uuid[], token_hashes bytea[], actions text[], methods text[], paths text[],
  record_ids uuid[], idle interval)
returns table (visit_id uuid, standing bigint) language plpgsql as $$
declare unseen boolean := false; one_unseen boolean;
begin
  perform set_config('waymark.area_id', asked_area::text, true), set_config('waymark.session_keys', token_hashes::text, true);
  for visit_id, standing, one_unseen in
    with came as materialized (
      select v.*, s.member_id, s.last_seen_at < now() - interval '1 minute' as unseen
      from unnest(visit_ids, token_hashes, actions, methods, paths, record_ids) as v (id, token_hash, action, method, path, record_id)
      join access.session s on s.token_hash = v.token_hash and s.area_id = asked_area
      join access.member m on m.area_id = s.area_id and m.member_id = s.member_id and m.left_at is null
      where s.revoked_at is null and s.ends_at > now() and s.last_seen_at > now() - idle
    ), kept as (
      insert into access.visit (area_id, visit_id, actor_id, action, method, path, record_id)
      select asked_area, c.id, c.member_id, c.action, c.method, c.path, c.record_id from came c
    )
    select c.id, coalesce((select t.changes from access.standing t where t.area_id = asked_area), 0), c.unseen from came c
  loop
    unseen := unseen or one_unseen;
    return next;
  end loop;
  if unseen then
    -- Those that are over are among the hashes too, and stay over.
    update access.session s set last_seen_at = now()
    where s.area_id = asked_area and s.token_hash = any (token_hashes) and s.last_seen_at < now() - interval '1 minute'
      and s.last_seen_at > now() - idle;
  end if;
end $$;

-- Who the members of these sessions are and what they may do, as of the count that is returned with them, and until when that holds:
-- a membership that is for a limited time ends by itself.
create function access.who_came(asked_area uuid, token_hashes bytea[])
returns table (token_hash text, standing bigint, holds_until timestamptz, session_id uuid, member_id uuid, organisation_id uuid,
  organisation_name text, organisation_kind text, name text, roles text[], team_ids uuid[], signed_in_by text, area_code text, area_name text,
  demonstration boolean)
language plpgsql as $$
begin
  perform set_config('waymark.area_id', asked_area::text, true), set_config('waymark.session_keys', token_hashes::text, true);
  return query
  select encode(s.token_hash, 'hex'), coalesce(t.changes, 0), in_teams.holds_until, s.session_id, m.member_id, m.organisation_id, o.name, o.kind, m.name, m.roles,
    in_teams.team_ids, s.signed_in_by, a.code, a.name, a.demonstration
  from access.session s
  join access.member m on m.area_id = s.area_id and m.member_id = s.member_id and m.left_at is null
  join access.organisation o on o.area_id = m.area_id and o.organisation_id = m.organisation_id
  join access.area a on a.area_id = s.area_id
  left join access.standing t on t.area_id = s.area_id
  cross join lateral (
    select coalesce(array_agg(i.team_id), '{}') as team_ids, coalesce(min(i.ends_at), 'infinity') as holds_until
    from access.membership i
    where i.area_id = asked_area and i.member_id = m.member_id and (i.ends_at is null or i.ends_at > now())) in_teams
  where s.area_id = asked_area and s.token_hash = any (token_hashes);
end $$;
