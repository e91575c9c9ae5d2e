do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema flow to taizhang_app;
    grant select, insert, update on flow.progress to taizhang_app;
    grant select, insert on flow.refused to taizhang_app;
  end if;
end $$;
