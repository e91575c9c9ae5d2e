-- The way into the log of processes older than es.append, which may still run while they are replaced: the same, with
-- payloads in an array of their own and a verdict on each stream as a row.
CREATE OR REPLACE FUNCTION es.append_many(
  streams es.new_stream[], commands es.new_command[], events es.new_event[], payloads json, atomic boolean
)
RETURNS TABLE (ord int, outcome text, version int, "position" bigint, key text, holder uuid,
               command_id uuid, request_hash text, stream_id uuid, event_ids uuid[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  sent es.sent_event[];
  base bigint;
  refusals json;
BEGIN
  SELECT array_agg(ROW(e.stream_id, e.version, e.event_id, e.command_id, e.correlation_id, e.causation_id, e.schema_version,
                       e.occurred_on, e.type, e.office, e.recorded_by, e.approved_by, e.source, e.evidence, e.data)
                   ::es.sent_event ORDER BY e.place)
    INTO sent
    FROM ROWS FROM (unnest(events), json_array_elements(payloads)) WITH ORDINALITY
           AS e(stream_id, version, event_id, command_id, correlation_id, causation_id, schema_version, occurred_on,
                type, office, recorded_by, approved_by, source, evidence, data, place);
  SELECT a.base, a.refusals INTO base, refusals FROM es.append(streams, commands, coalesce(sent, '{}'), atomic) a;
  RETURN QUERY
    SELECT s.ord::int, coalesce(r.outcome, 'appended'),
           CASE WHEN r.ord IS NULL THEN s.version ELSE coalesce(r.version, (r.command ->> 'version')::int) END,
           CASE WHEN r.ord IS NULL THEN base + s.last ELSE (r.command ->> 'position')::bigint END,
           r.key, r.holder, (r.command ->> 'commandId')::uuid, r.command ->> 'requestHash', (r.command ->> 'streamId')::uuid,
           CASE WHEN r.command IS NOT NULL THEN
             ARRAY (SELECT id::uuid FROM json_array_elements_text(r.command -> 'eventIds') WITH ORDINALITY AS i(id, n)
                     ORDER BY n)
           END
      FROM unnest(streams) WITH ORDINALITY AS s(stream_id, stream_type, bureau, owner, expected, version, last, hold, release,
                                                ord)
      LEFT JOIN json_to_recordset(refusals) AS r(ord int, outcome text, version int, key text, holder uuid, command json)
        ON r.ord = s.ord;
END $$;
