do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema entry to taizhang_app;
    grant select, insert on entry.batch, entry.batch_row to taizhang_app;
  end if;
end $$;
