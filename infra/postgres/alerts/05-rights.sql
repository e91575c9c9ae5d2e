do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema alert to taizhang_app;
    grant select, insert, update (ended_on, ended_at) on alert.alert to taizhang_app;
    grant select, insert, update on alert.look to taizhang_app;
  end if;
end $$;
