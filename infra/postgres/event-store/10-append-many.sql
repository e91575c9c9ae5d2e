-- The only way into the log: appends to many streams in one transaction, and gives one verdict per stream.
--
-- streams: [{stream_id, stream_type, bureau, owner, expected, commands: [uuid], hashes: [hex], hold: [text],
--            release: [text]}], each stream once, decided one after the other in this order.
-- events:  [{stream_id, command_id, event_id, type, …}], those of one stream in the order of their versions.
-- atomic:  when one stream cannot be appended to, none is.
--
-- Verdicts, ord being the stream's place in the list, from 1: appended (version, position), repeated (the receipt of the
-- first of its commands that is known), conflict (version: the newest), held (key, holder), abandoned. None of these is
-- an exception. Malformed input, an event_id that is known under another command and the like do raise, and then nothing
-- of the call is stored.
--
-- The lock is taken before the first position is drawn and kept until after the commit became visible, so the next
-- holder's positions are larger than all that can be seen: position order = commit order = visibility order. That needs
-- a fresh snapshot after the lock, hence READ COMMITTED. Looking up by index is forced, because plans are cached while
-- the tables are still empty.
CREATE FUNCTION es.append_many(streams json, events json, atomic boolean)
RETURNS TABLE (ord int, outcome text, version int, "position" bigint, key text, holder uuid,
               command_id uuid, request_hash text, stream_id uuid, event_ids uuid[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET lock_timeout = '5s'
SET enable_seqscan = off
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  item record;
  recorded timestamptz;
  refused uuid[] := '{}'; -- streams that are not appended to
  seen uuid[] := '{}'; -- commands of this call accepted so far
  repeat_ords int[] := '{}';
  repeat_commands uuid[] := '{}';
  keys text[]; -- every natural key the call names …
  holders uuid[]; -- … and the stream that holds it as the call proceeds
  name text;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append_many needs READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  PERFORM pg_advisory_xact_lock(7305812041);
  recorded := date_trunc('milliseconds', clock_timestamp());

  FOR item IN
    SELECT row_number() OVER ()::int AS ord, s.*, coalesce(t.version, 0) AS current,
           (SELECT c.command_id FROM es.command c WHERE c.command_id = ANY (s.commands)
             ORDER BY array_position(s.commands, c.command_id) LIMIT 1) AS known
      FROM json_to_recordset(streams) AS s(stream_id uuid, expected int, commands uuid[], hold text[], release text[])
      LEFT JOIN es.stream t ON t.stream_id = s.stream_id
  LOOP
    IF item.known IS NULL AND item.commands && seen THEN
      SELECT u.id INTO item.known FROM unnest(item.commands) WITH ORDINALITY AS u(id, nth)
       WHERE u.id = ANY (seen) ORDER BY u.nth LIMIT 1;
    END IF;
    IF item.known IS NOT NULL THEN
      repeat_ords := repeat_ords || item.ord;
      repeat_commands := repeat_commands || item.known;
      refused := refused || item.stream_id;
      CONTINUE;
    END IF;

    ord := item.ord; version := NULL; key := NULL; holder := NULL;
    IF item.current IS DISTINCT FROM item.expected THEN
      outcome := 'conflict'; version := item.current;
      refused := refused || item.stream_id;
      RETURN NEXT;
      CONTINUE;
    END IF;

    IF item.hold IS NOT NULL OR item.release IS NOT NULL THEN
      IF keys IS NULL THEN
        SELECT array_agg(k.key), array_agg(n.stream_id) INTO keys, holders
          FROM (SELECT DISTINCT unnest(s.hold || s.release) AS key
                  FROM json_to_recordset(streams) AS s(hold text[], release text[])) k
          LEFT JOIN es.natural_key n ON n.key = k.key;
      END IF;
      FOREACH name IN ARRAY coalesce(item.hold, '{}') LOOP
        holder := holders[array_position(keys, name)];
        IF holder <> item.stream_id THEN
          outcome := 'held'; key := name;
          EXIT;
        END IF;
      END LOOP;
      IF key IS NOT NULL THEN
        refused := refused || item.stream_id;
        RETURN NEXT;
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
    END IF;
    seen := seen || item.commands;
  END LOOP;

  IF atomic AND cardinality(refused) > 0 THEN
    RETURN QUERY
      SELECT s.ord, 'abandoned', NULL::int, NULL::bigint, NULL::text, NULL::uuid, NULL::uuid, NULL::text, NULL::uuid,
             NULL::uuid[]
        FROM (SELECT row_number() OVER ()::int AS ord, l.stream_id
                FROM json_to_recordset(streams) AS l(stream_id uuid)) s
       WHERE s.stream_id <> ALL (refused);
  ELSE
    IF keys IS NOT NULL THEN
      DELETE FROM es.natural_key n USING unnest(keys, holders) AS k(key, holder)
       WHERE n.key = k.key AND n.stream_id IS DISTINCT FROM k.holder;
      INSERT INTO es.natural_key (key, stream_id)
        SELECT k.key, k.holder FROM unnest(keys, holders) AS k(key, holder) WHERE k.holder IS NOT NULL
        ON CONFLICT (key) DO NOTHING;
    END IF;
    RETURN QUERY
      WITH listed AS (
        SELECT row_number() OVER ()::int AS ord, s.*
          FROM json_to_recordset(streams)
                 AS s(stream_id uuid, stream_type text, bureau text, owner text, expected int, commands uuid[], hashes text[])
      ), written AS (
        INSERT INTO es.event (position, recorded_at, stream_id, event_id, command_id, correlation_id, causation_id, version,
                              schema_version, occurred_on, stream_type, type, bureau, office, owner, recorded_by,
                              approved_by, source, evidence, data)
          SELECT nextval('es.position'), recorded, o.*
            FROM (
              SELECT e.stream_id, e.event_id, e.command_id, e.correlation_id, e.causation_id,
                     (l.expected + row_number() OVER (PARTITION BY l.ord ORDER BY e.nth))::int, e.schema_version,
                     e.occurred_on, l.stream_type, e.type, l.bureau, e.office, l.owner, e.recorded_by, e.approved_by,
                     e.source, e.evidence, e.data
                FROM (SELECT row_number() OVER () AS nth, x.*
                        FROM json_to_recordset(events)
                               AS x(stream_id uuid, event_id uuid, command_id uuid, correlation_id uuid, causation_id uuid,
                                    schema_version int, occurred_on date, type text, office text, recorded_by text,
                                    approved_by text, source text, evidence json, data json)) e
                JOIN listed l ON l.stream_id = e.stream_id
               WHERE l.stream_id <> ALL (refused)
               ORDER BY l.ord, e.nth
            ) o
          RETURNING es.event.stream_id, es.event.command_id, es.event.event_id, es.event.version, es.event.position
      ), received AS (
        INSERT INTO es.command (command_id, request_hash, stream_id, version, position, event_ids)
          SELECT w.command_id, decode(h.hash, 'hex'), w.stream_id, max(w.version), max(w.position),
                 array_agg(w.event_id ORDER BY w.version)
            FROM written w
            JOIN (SELECT u.command_id, u.hash FROM listed l, unnest(l.commands, l.hashes) AS u(command_id, hash)) h
              ON h.command_id = w.command_id
           GROUP BY w.command_id, h.hash, w.stream_id
      ), appended AS (
        SELECT l.ord, l.stream_id, max(w.version) AS version, max(w.position) AS position
          FROM written w JOIN listed l ON l.stream_id = w.stream_id
         GROUP BY l.ord, l.stream_id
      ), moved AS (
        INSERT INTO es.stream AS t (stream_id, stream_type, bureau, owner, version)
          SELECT l.stream_id, l.stream_type, l.bureau, l.owner, a.version
            FROM appended a JOIN listed l ON l.ord = a.ord
          ON CONFLICT (stream_id) DO UPDATE SET version = excluded.version
      )
      SELECT a.ord, 'appended', a.version, a.position, NULL::text, NULL::uuid, NULL::uuid, NULL::text, NULL::uuid,
             NULL::uuid[]
        FROM appended a;
  END IF;

  IF cardinality(repeat_ords) > 0 THEN
    RETURN QUERY
      SELECT r.ord, CASE WHEN c.command_id IS NULL THEN 'abandoned' ELSE 'repeated' END, c.version, c.position,
             NULL::text, NULL::uuid, c.command_id, encode(c.request_hash, 'hex'), c.stream_id, c.event_ids
        FROM unnest(repeat_ords, repeat_commands) AS r(ord, command_id)
        LEFT JOIN es.command c ON c.command_id = r.command_id;
  END IF;
END $$;
