-- The facts of one stream as folded so far: what the next event of the stream is folded onto. Rows are kept whole up to a
-- page: compressing them would cost more than it saves.
create table ledger_g0.folded_stream (
  stream_id uuid not null,
  position bigint not null,
  version integer not null,
  -- Latest business date folded; text, because a stream of nothing but records has none.
  folded_to text not null,
  view text collate "C" not null,
  stream_type text not null,
  bureau text not null,
  -- JSON, written and read by the fold alone: nothing is gained by checking it again on the way in.
  facts text not null
) with (fillfactor = 80, toast_tuple_target = 8160);
