-- Makes the table of a month where there is none. It is attached, not made in place, so that nobody who reads holds it up.
create function looks.open_month(of timestamptz) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $$
declare
  month timestamptz := date_trunc('month', of);
  name text := 'look_' || to_char(month, 'YYYYMM');
begin
  if to_regclass('looks.' || name) is not null then
    return;
  end if;
  execute format('create table looks.%I (like looks.look including all)', name);
  execute format('create trigger append_only before update or delete or truncate on looks.%I
    for each statement execute function looks.refuse_change()', name);
  execute format('alter table looks.look attach partition looks.%I for values from (%L) to (%L)',
    name, month, month + interval '1 month');
end $$;
