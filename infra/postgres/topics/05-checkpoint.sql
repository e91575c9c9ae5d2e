-- A view is fed either from the log itself (one checkpoint, partition '') or from partitions of topics (one each).
alter table ledger.checkpoint
  add column partition text collate "C" not null default '',
  add column next_offset bigint,
  add column life integer,
  drop constraint checkpoint_pkey,
  add primary key (view, generation, partition);
