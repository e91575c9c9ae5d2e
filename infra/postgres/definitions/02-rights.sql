do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant select, insert on ledger.definition to taizhang_app;
  end if;
end $$;
