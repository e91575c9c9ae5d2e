-- Home of the event log: the system of record, and the outbox every feed reads.
CREATE SCHEMA es;
