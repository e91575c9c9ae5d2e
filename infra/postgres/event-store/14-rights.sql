-- What the application may do here: read, and append through the one function. Nothing else.
REVOKE ALL ON FUNCTION es.append_many(es.new_stream[], es.new_command[], es.new_event[], json, boolean) FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'taizhang_app') THEN
    GRANT USAGE ON SCHEMA es TO taizhang_app;
    GRANT SELECT ON ALL TABLES IN SCHEMA es TO taizhang_app;
    GRANT EXECUTE ON FUNCTION es.append_many(es.new_stream[], es.new_command[], es.new_event[], json, boolean)
      TO taizhang_app;
  END IF;
END $$;
