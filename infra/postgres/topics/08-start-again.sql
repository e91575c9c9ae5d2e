-- Begins a new life of the topics, for whoever holds the lease of that epoch, and gives its number; null for anybody else.
create function relay.start_again(of_epoch bigint) returns integer language plpgsql as $$
declare
  live integer := (select generation from ledger.live);
  begun integer;
begin
  perform from relay.lease where role = 'relay' and epoch = of_epoch for share;
  if not found then
    return null;
  end if;
  update relay.progress set
    reached = greatest(case when reached_generation = live then reached else 0 end, ledger.projected_to(live)),
    reached_generation = live,
    position = 0,
    life = life + 1,
    log_id = (select log_id from es.log)
  returning life into begun;
  delete from relay.partition;
  return begun;
end $$;
