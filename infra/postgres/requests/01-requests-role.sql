-- The role that requests of callers are read as. It owns nothing, is bound by every policy below and writes next to nothing. A
-- login of each database is a member of it (see requests-login.ts); it is never a member of any other role. See
-- 02-application-role of the event store for a migration user that may not create roles: an administrator then runs
-- CREATE ROLE taizhang_requests NOLOGIN; and makes a login in it before the API starts, which otherwise refuses to.
do $$
begin
  if not exists (select from pg_roles where rolname = 'taizhang_requests') then
    create role taizhang_requests nologin;
  end if;
exception
  when duplicate_object or unique_violation then
    null; -- another database of the cluster was set up at the same moment
  when insufficient_privilege then
    raise exception 'role taizhang_requests is missing and % may not create it', current_user
      using hint = 'let an administrator run: create role taizhang_requests nologin';
end $$;
