-- Rows that were derived before late duties were kept have none; the next rebuild fills them in.
do $$
declare
  generation text;
begin
  for generation in select nspname from pg_namespace where nspname ~ '^ledger_g[0-9]+$' loop
    execute format('alter table %I.duty add column if not exists met_on date', generation);
  end loop;
end $$;
