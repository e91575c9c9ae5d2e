-- Run once on a database that was restored, before anything else uses it. Its log gets an identity of its own, because others
-- may have read past its end. What was restored with it belongs to it as it stands, figures and flows; what was published to
-- topics does not, and their readers begin again. Whoever held a role of the old database does not hold it here.
DO $$
DECLARE
  before uuid;
  renewed uuid := gen_random_uuid();
BEGIN
  IF to_regclass('es.log') IS NULL OR to_regclass('flow.progress') IS NULL THEN
    RETURN; -- a database nobody has used yet
  END IF;
  SELECT log_id INTO before FROM es.log FOR UPDATE;
  UPDATE es.log SET log_id = renewed, opened_at = clock_timestamp();
  UPDATE ledger.checkpoint SET log_id = renewed WHERE log_id = before AND partition = '';
  UPDATE flow.progress SET log_id = renewed WHERE log_id = before;
  UPDATE relay.lease SET until = clock_timestamp();
END $$;
