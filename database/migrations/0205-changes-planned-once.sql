-- What changed is kept with a plan made once for each trigger and connection. The statement was a text put together anew each time,
-- for the name of the id's column differs from table to table: parsing and planning it cost more than writing the line. In nearly every
-- table the id is the second column, after area_id, and can be named by its place: the trigger's second argument says so.

create or replace function access.keep_insert() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  if tg_argv[1] = 'second' then
    select array_agg(r.id) into ids from after_rows r (area, id);
  else
    execute format('select array_agg(%I) from after_rows', tg_argv[0]) into ids;
  end if;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids)
    values (tg_table_schema || '.' || tg_table_name, 'insert',
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end);
  end if;
  return null;
end $$;

create or replace function access.keep_update() returns trigger language plpgsql as $$
declare ids uuid[]; was jsonb;
begin
  if tg_argv[1] = 'second' then
    select array_agg(r.id) into ids from before_rows r (area, id);
    if ids is not null then
      select jsonb_agg(to_jsonb(r)) into was from before_rows r;
    end if;
  else
    execute format('select array_agg(%I), jsonb_agg(to_jsonb(r)) from before_rows r', tg_argv[0]) into ids, was;
  end if;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids, before)
    values (tg_table_schema || '.' || tg_table_name, lower(tg_op),
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end, was);
  end if;
  return null;
end $$;

-- Makes the triggers of a table, or makes them again.
create or replace function access.keep_changes(kept regclass) returns void language plpgsql as $$
declare id_column text; place text;
begin
  select a.attname into strict id_column
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[i.indnkeyatts - 1]
  where i.indrelid = kept and i.indisprimary;
  select 'second' into place from pg_attribute a where a.attrelid = kept and a.attname = id_column
    and (select count(*) from pg_attribute b where b.attrelid = kept and b.attnum between 1 and a.attnum and not b.attisdropped) = 2;
  execute format('create or replace trigger keep_insert after insert on %s referencing new table as after_rows
    for each statement execute function access.keep_insert(%L, %L)', kept, id_column, coalesce(place, 'named'));
  execute format('create or replace trigger keep_update after update on %s referencing old table as before_rows
    for each statement execute function access.keep_update(%L, %L)', kept, id_column, coalesce(place, 'named'));
  execute format('create or replace trigger keep_delete after delete on %s referencing old table as before_rows
    for each statement execute function access.keep_update(%L, %L)', kept, id_column, coalesce(place, 'named'));
end $$;

-- The tables that are there already. Those with a trigger of another function have a rule of their own and keep it.
select access.keep_changes(t.tgrelid) from pg_trigger t
where t.tgname in ('keep_insert', 'keep_update', 'keep_delete') and t.tgfoid in ('access.keep_insert'::regproc, 'access.keep_update'::regproc)
group by t.tgrelid having count(*) = 3;
