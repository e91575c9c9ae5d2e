-- Generations that were made before the number of a list was stored.
do $$
declare
  schema text;
begin
  for schema in select nspname from pg_namespace where nspname ~ '^ledger_g[0-9]+$' loop
    execute format('alter table %I.register_row
      add column if not exists list integer not null generated always as (hashtext(bureau || register)) stored', schema);
    execute format('drop index if exists %I.register_row_listed', schema);
    execute format('create index register_row_listed on %I.register_row (list, ordered_by)', schema);
  end loop;
end $$;
