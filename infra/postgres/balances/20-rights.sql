do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema balances, rollup to taizhang_app;
    grant select, insert, update, delete on all tables in schema balances, rollup to taizhang_app;
  end if;
end $$;
