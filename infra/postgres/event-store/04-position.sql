-- Places in the log. CACHE 1 is part of the correctness argument: numbers are drawn under the append lock, one by one,
-- so that position order is commit order. Numbers of a rolled-back append leave holes that mean nothing.
CREATE SEQUENCE es.position AS bigint CACHE 1;
