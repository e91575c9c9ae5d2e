-- The stretch of a chain over one life of a log with one set of columns. A log that is restored to an earlier position, or
-- a table with another column, begins the next one, which goes on from the end of this.
create table chain.segment (
  chain text collate "C" not null,
  number integer not null check (number > 0),
  log_id uuid not null,
  columns text[] not null,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  after bigint not null,
  previous bytea,
  genesis bytea not null check (octet_length(genesis) = 32),
  primary key (chain, number)
);
