-- How far each partition is read; changed in the same transaction as the rows.
create table rollup.checkpoint (
  partition text collate "C" primary key,
  next_offset bigint not null,
  -- Life of the topic as each source counts it: {"<source>": 1}.
  lives jsonb not null
);
