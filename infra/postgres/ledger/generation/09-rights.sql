do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema ledger_g0 to taizhang_app;
    grant select, insert, update, delete on all tables in schema ledger_g0 to taizhang_app;
    revoke update, delete on ledger_g0.posting, ledger_g0.account from taizhang_app;
  end if;
end $$;
