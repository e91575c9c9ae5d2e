do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema users to taizhang_app;
    grant select, insert, update on users.principal to taizhang_app;
    grant select, insert, update, delete on users.session, users.try, users.device, users.setup to taizhang_app;
    grant select, insert on users.signing_key to taizhang_app;
  end if;
end $$;
