-- Notes what is published, for whoever holds the lease of that epoch; false for anybody else.
create function balances.advance(
  of_epoch bigint, of_log uuid, of_generation integer, to_position bigint,
  streams uuid[], stopped_at bigint[], names text[], offsets bigint[]
) returns boolean language plpgsql as $$
begin
  perform from relay.lease where role = 'balances' and epoch = of_epoch for share;
  if not found then
    return false;
  end if;
  update balances.progress set log_id = of_log, generation = of_generation, position = to_position,
    parked_streams = streams, parked_positions = stopped_at;
  insert into balances.source values (of_log) on conflict do nothing;
  insert into balances.partition as p (name, next_offset) select * from unnest(names, offsets)
    on conflict (name) do update set next_offset = excluded.next_offset
    where p.next_offset is distinct from excluded.next_offset;
  return true;
end $$;
