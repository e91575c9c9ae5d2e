-- Logs whose figures were published from this database. A log that took the place of another says so.
create table balances.source (
  log_id uuid primary key
);
