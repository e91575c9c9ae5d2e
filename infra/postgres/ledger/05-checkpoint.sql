-- How far each view of each generation has read which log; changed in the same transaction as the rows.
create table ledger.checkpoint (
  view text not null,
  generation integer not null,
  position bigint not null,
  log_id uuid not null,
  primary key (view, generation)
);
