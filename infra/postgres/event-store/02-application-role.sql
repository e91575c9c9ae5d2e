-- The role the application works as: it may read everything in this schema and write only through es.append_many.
-- Roles belong to the whole cluster, so the role is made once and shared by its databases. Everything else is owned by
-- whoever runs the migrations. A migration user without CREATEROLE cannot make it; an administrator then runs, before
-- the migrations, CREATE ROLE taizhang_app NOLOGIN; GRANT taizhang_app TO <login of the application>;
-- Without the role the store works, but only the append-only trigger, not the rights, guards the log.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'taizhang_app') THEN
    CREATE ROLE taizhang_app NOLOGIN;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      EXECUTE format('GRANT taizhang_app TO %I', current_user);
    END IF;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of the cluster was set up at the same moment
  WHEN insufficient_privilege THEN
    RAISE WARNING 'role taizhang_app is missing and % may not create it: direct writes to the log are not refused',
      current_user;
END $$;
