-- The role a check works as: it may read the chains and what they cover, and nothing else. See 02-application-role of the
-- event store for a migration user that may not create roles; without the role a check reads with the rights of the login.
do $$
begin
  if not exists (select from pg_roles where rolname = 'taizhang_verifier') then
    create role taizhang_verifier nologin;
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant taizhang_verifier to %I', current_user);
    end if;
  end if;
exception
  when duplicate_object or unique_violation then
    null; -- another database of the cluster was set up at the same moment
  when insufficient_privilege then
    raise warning 'role taizhang_verifier is missing and % may not create it', current_user;
end $$;
