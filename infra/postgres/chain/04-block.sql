-- Some records in a row, and the running hash after each of them: 32 bytes for every position.
create table chain.block (
  chain text collate "C" not null,
  number bigint not null check (number > 0),
  segment integer not null,
  first bigint not null generated always as (positions[1]) stored,
  last bigint not null generated always as (positions[cardinality(positions)]) stored,
  count integer not null generated always as (cardinality(positions)) stored,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  previous bytea not null,
  positions bigint[] not null check (cardinality(positions) > 0),
  hashes bytea not null check (octet_length(hashes) = 32 * cardinality(positions)),
  chained_at timestamptz not null,
  digest bytea not null check (octet_length(digest) = 32),
  primary key (chain, number),
  foreign key (chain, segment) references chain.segment (chain, number)
);
-- Hashes do not compress, and trying takes time.
alter table chain.block alter column hashes set storage external;
alter table chain.block alter column positions set storage external;
