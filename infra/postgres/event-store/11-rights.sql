-- What the application may do here: read, and append through the one function. Nothing else, for nobody.
REVOKE ALL ON FUNCTION es.append_many(json, json, boolean) FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'taizhang_app') THEN
    GRANT USAGE ON SCHEMA es TO taizhang_app;
    GRANT SELECT ON ALL TABLES IN SCHEMA es TO taizhang_app;
    GRANT EXECUTE ON FUNCTION es.append_many(json, json, boolean) TO taizhang_app;
  END IF;
END $$;
