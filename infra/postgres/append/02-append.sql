-- The way into the log: appends to many streams in one transaction and says what was refused.
--
-- streams:  each once; decided one after the other in this order.
-- commands: those of all streams, each once in a stream.
-- events:   those of all streams, in the order of streams and versions.
-- atomic:   when one stream cannot be appended to, none is.
--
-- base:     the position before the first event of the call; null where nothing was appended. An event that was appended
--           stands as far behind it as in the list of events: a refused stream leaves its positions unused.
-- refusals: one for each stream that was not appended to, `ord` being its place in the list, from 1; null where there is none.
--           Outcomes: repeated (the receipt of the first of its commands that is known), conflict (version: the newest),
--           held (key, holder), abandoned. None of these is an exception. A known event_id under a new command, a
--           version that is taken, and malformed input do raise, and then nothing of the call is stored.
--
-- The lock is taken before the first position is drawn and kept until after the commit became visible, so the next
-- holder's positions are larger than all that can be seen: position order = commit order = visibility order. That needs a
-- fresh snapshot after the lock, hence READ COMMITTED.
--
-- Plans are made once per connection, perhaps while the tables are empty: so they are generic and made to use indexes.
CREATE FUNCTION es.append(
  streams es.new_stream[], commands es.new_command[], events es.sent_event[], atomic boolean,
  OUT base bigint, OUT refusals json
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '5s'
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  expected int[];
  current int[];
  known uuid[]; -- commands of the call that have a receipt, and those the call itself accepts as it proceeds
  twice boolean; -- a command stands in the call more than once
  keyed boolean; -- the call names natural keys
  contested boolean; -- two of its streams name the same one, or another stream holds one
  keys text[]; -- the natural keys …
  holders uuid[]; -- … and the stream that holds each as the call proceeds
  refused uuid[] := '{}';
  verdict json;
  verdicts json[] := '{}';
  repeat_ords int[] := '{}';
  repeat_ids uuid[] := '{}';
  item es.new_stream;
  place int := 0;
  repeated uuid;
  name text;
  recorded timestamptz;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(7305812041);
  recorded := date_trunc('milliseconds', clock_timestamp());

  SELECT array_agg(s.expected), array_agg(coalesce((SELECT t.version FROM es.stream t WHERE t.stream_id = s.stream_id), 0)),
         bool_or(s.hold IS NOT NULL OR s.release IS NOT NULL)
    INTO expected, current, keyed FROM unnest(streams) s;
  SELECT array_agg(r.command_id) FILTER (WHERE r.command_id IS NOT NULL), count(*) > count(DISTINCT c.command_id)
    INTO known, twice
    FROM unnest(commands) c LEFT JOIN LATERAL (
           SELECT k.command_id FROM es.command k WHERE k.command_id = c.command_id OFFSET 0
         ) r ON true;
  IF keyed THEN
    SELECT array_agg(n.key), array_agg(CASE WHEN n.holding THEN n.stream_id WHEN n.holder <> n.stream_id THEN n.holder END),
           count(*) > count(DISTINCT n.key) OR bool_or(n.holding AND n.holder <> n.stream_id)
      INTO keys, holders, contested
      FROM (SELECT s.stream_id, u.key, bool_or(u.holding) AS holding,
                   (SELECT k.stream_id FROM es.natural_key k WHERE k.key = u.key) AS holder
              FROM unnest(streams) s, LATERAL (
                     SELECT unnest(s.hold) AS key, true AS holding UNION ALL SELECT unnest(s.release), false
                   ) u
             GROUP BY s.stream_id, u.key) n;
  END IF;

  -- One after the other, but only where there is something to decide.
  IF current IS DISTINCT FROM expected OR known IS NOT NULL OR twice OR contested THEN
    IF keyed THEN
      SELECT array_agg(k.key), array_agg((SELECT n.stream_id FROM es.natural_key n WHERE n.key = k.key))
        INTO keys, holders
        FROM (SELECT DISTINCT unnest(s.hold || s.release) AS key FROM unnest(streams) s) k;
    END IF;
    FOREACH item IN ARRAY streams LOOP
      place := place + 1;
      verdict := NULL;

      IF known IS NOT NULL THEN
        repeated := (SELECT c.command_id FROM unnest(commands) AS c
                      WHERE c.stream_id = item.stream_id AND c.command_id = ANY (known) ORDER BY c.last LIMIT 1);
        IF repeated IS NOT NULL THEN
          repeat_ords := repeat_ords || place;
          repeat_ids := repeat_ids || repeated;
          refused := refused || item.stream_id;
          CONTINUE;
        END IF;
      END IF;

      IF current[place] IS DISTINCT FROM item.expected THEN
        verdict := json_build_object('ord', place, 'outcome', 'conflict', 'version', current[place]);
      ELSE
        FOREACH name IN ARRAY coalesce(item.hold, '{}') LOOP
          IF holders[array_position(keys, name)] <> item.stream_id THEN
            verdict := json_build_object('ord', place, 'outcome', 'held', 'key', name,
                                         'holder', holders[array_position(keys, name)]);
            EXIT;
          END IF;
        END LOOP;
      END IF;
      IF verdict IS NOT NULL THEN
        refused := refused || item.stream_id;
        verdicts := array_append(verdicts, verdict);
        CONTINUE;
      END IF;

      FOREACH name IN ARRAY coalesce(item.release, '{}') LOOP
        IF holders[array_position(keys, name)] = item.stream_id THEN
          holders[array_position(keys, name)] := NULL;
        END IF;
      END LOOP;
      FOREACH name IN ARRAY coalesce(item.hold, '{}') LOOP
        holders[array_position(keys, name)] := item.stream_id;
      END LOOP;
      IF twice THEN
        known := known || ARRAY (SELECT c.command_id FROM unnest(commands) c WHERE c.stream_id = item.stream_id);
      END IF;
    END LOOP;
  END IF;

  IF atomic AND cardinality(refused) > 0 THEN
    verdicts := verdicts || ARRAY (
      SELECT json_build_object('ord', s.ord, 'outcome', 'abandoned')
        FROM unnest(streams) WITH ORDINALITY AS s(stream_id, stream_type, bureau, owner, expected, version, last, hold,
                                                  release, ord)
       WHERE s.stream_id <> ALL (refused));
  ELSIF cardinality(refused) < cardinality(streams) THEN
    base := nextval('es.position') - 1;
    PERFORM setval('es.position', base + cardinality(events));
    WITH moved AS (
      INSERT INTO es.stream AS t (stream_id, stream_type, bureau, owner, version)
        SELECT s.stream_id, s.stream_type, s.bureau, s.owner, s.version FROM unnest(streams) s
         WHERE s.stream_id <> ALL (refused)
        ON CONFLICT (stream_id) DO UPDATE SET version = excluded.version
        RETURNING t.stream_id, t.stream_type, t.bureau, t.owner
    )
    INSERT INTO es.event (position, recorded_at, stream_id, event_id, command_id, correlation_id, causation_id, version,
                          schema_version, occurred_on, stream_type, type, bureau, office, owner, recorded_by,
                          approved_by, source, evidence, data)
      SELECT base + e.place, recorded, e.stream_id, e.event_id, e.command_id, e.correlation_id, e.causation_id, e.version,
             e.schema_version, e.occurred_on, m.stream_type, e.type, m.bureau, e.office, m.owner, e.recorded_by,
             e.approved_by, e.source, e.evidence, e.data
        FROM unnest(events) WITH ORDINALITY
               AS e(stream_id, version, event_id, command_id, correlation_id, causation_id, schema_version, occurred_on,
                    type, office, recorded_by, approved_by, source, evidence, data, place)
        JOIN moved m ON m.stream_id = e.stream_id;
    INSERT INTO es.command (command_id, request_hash, stream_id, version, position, event_ids)
      SELECT c.command_id, decode(c.request_hash, 'hex'), c.stream_id, c.version, base + c.last, c.event_ids
        FROM unnest(commands) c WHERE c.stream_id <> ALL (refused);
    IF keyed THEN
      DELETE FROM es.natural_key n USING unnest(keys, holders) AS k(key, holder)
       WHERE n.key = k.key AND n.stream_id IS DISTINCT FROM k.holder;
      INSERT INTO es.natural_key (key, stream_id)
        SELECT k.key, k.holder FROM unnest(keys, holders) AS k(key, holder) WHERE k.holder IS NOT NULL
        ON CONFLICT (key) DO NOTHING;
    END IF;
  END IF;

  IF cardinality(repeat_ords) > 0 THEN
    verdicts := verdicts || ARRAY (
      SELECT CASE
               WHEN c.command_id IS NULL THEN json_build_object('ord', r.ord, 'outcome', 'abandoned')
               ELSE json_build_object('ord', r.ord, 'outcome', 'repeated', 'command', json_build_object(
                      'commandId', c.command_id, 'requestHash', encode(c.request_hash, 'hex'), 'streamId', c.stream_id,
                      'version', c.version, 'position', c.position, 'eventIds', c.event_ids))
             END
        FROM unnest(repeat_ords, repeat_ids) AS r(ord, command_id)
        LEFT JOIN es.command c ON c.command_id = r.command_id);
  END IF;
  IF cardinality(verdicts) > 0 THEN
    refusals := array_to_json(verdicts);
  END IF;
END $$;
