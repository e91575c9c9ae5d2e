do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema demo to taizhang_app;
    grant select on demo.mark to taizhang_app;
  end if;
end $$;
