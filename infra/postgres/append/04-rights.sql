-- The application may append through this function, too, and nobody else.
REVOKE ALL ON FUNCTION es.append(es.new_stream[], es.new_command[], es.sent_event[], boolean) FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'taizhang_app') THEN
    GRANT EXECUTE ON FUNCTION es.append(es.new_stream[], es.new_command[], es.sent_event[], boolean) TO taizhang_app;
  END IF;
END $$;
