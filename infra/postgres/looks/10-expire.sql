-- Drops the tables of months that ended more than so many days ago, and says so in a record of its own: a check of the chain
-- takes nothing to be expired that no such record names. Fewer than 180 days are refused (网络安全法 第二十三条). Gives the last
-- position that is gone, null where nothing was old enough.
create function looks.expire(days integer, who text, address text) returns bigint
language plpgsql volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $$
declare
  month record;
  gone bigint;
  last bigint;
begin
  if days is null or days < 180 then
    raise exception 'records of looking are kept for 180 days at least, not %', days using errcode = 'check_violation';
  end if;
  for month in
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'looks.look'::regclass
        and to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month' <= clock_timestamp() - days * interval '1 day'
      order by c.relname
  loop
    execute format('select max(position) from looks.%I', month.name) into last;
    gone := greatest(gone, last);
    execute format('drop table looks.%I', month.name);
  end loop;
  if gone is not null then
    perform looks.write(who, null, '{}', '{}', address, gen_random_uuid(), 'expiry', 'looks.expire',
      'through ' || gone, days || ' days', '{}', '{}', '{}');
  end if;
  return gone;
end $$;
