-- Notes how far the log is published, for whoever holds the lease of that epoch; false for anybody else.
create function relay.advance(
  of_epoch bigint, to_position bigint, names text[], positions bigint[], offsets bigint[]
) returns boolean language plpgsql as $$
declare
  live integer := (select generation from ledger.live);
begin
  perform from relay.lease where role = 'relay' and epoch = of_epoch for share;
  if not found then
    return false;
  end if;
  update relay.progress set
    reached = greatest(case when reached_generation = live then reached else 0 end, ledger.projected_to(live)),
    reached_generation = live,
    position = to_position;
  insert into relay.partition (name, position, next_offset) select * from unnest(names, positions, offsets)
    on conflict (name) do update set position = excluded.position, next_offset = excluded.next_offset;
  return true;
end $$;
