-- Begins a new life of the topic, for whoever holds the lease of that epoch, and gives its number; null for anybody else.
create function balances.start_again(of_epoch bigint) returns integer language plpgsql as $$
declare
  begun integer;
begin
  perform from relay.lease where role = 'balances' and epoch = of_epoch for share;
  if not found then
    return null;
  end if;
  update balances.progress set generation = null, position = 0, parked_streams = '{}', parked_positions = '{}',
    life = life + 1
  returning life into begun;
  delete from balances.partition;
  return begun;
end $$;
