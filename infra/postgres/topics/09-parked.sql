-- Streams set aside because an event of theirs could not be folded; their facts stand as before it until taken up again.
create table ledger.parked (
  view text not null,
  generation integer not null,
  stream_id uuid not null,
  -- Partition it was read from, '' for the log itself.
  partition text collate "C" not null,
  position bigint not null,
  version integer not null,
  stream_type text not null,
  type text not null,
  bureau text not null,
  reason text not null,
  parked_at timestamptz not null default now(),
  primary key (view, generation, stream_id)
);
