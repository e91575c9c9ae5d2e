do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema template to taizhang_app;
    grant select, insert on template.form to taizhang_app;
  end if;
end $$;
