-- Every event up to here is in the rows of a generation. A partition whose newest event is in is known to hold nothing
-- more up to where the relay stands.
create function ledger.projected_to(of_generation integer) returns bigint language sql stable as $$
  select coalesce(min(case
    when c.partition = '' then c.position
    else greatest(
      c.position,
      case when r.reached_generation = of_generation then r.reached else 0 end,
      case when c.position >= coalesce(p.position, 0) then r.position else 0 end)
    end), 0)
  from ledger.checkpoint c
  cross join relay.progress r
  left join relay.partition p on p.name = c.partition
  where c.generation = of_generation
$$;
