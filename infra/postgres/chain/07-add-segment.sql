-- One of the two ways in: begins the next segment where the chain ends.
create function chain.add_segment(
  chain text, number integer, log_id uuid, columns text[], algorithm text, after bigint, previous bytea, genesis bytea
) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if number <> 1 + coalesce((select max(s.number) from chain.segment s where s.chain = add_segment.chain), 0)
     or after <> coalesce((select max(b.last) from chain.block b where b.chain = add_segment.chain), 0) then
    raise exception 'chain % does not end there', chain using errcode = 'serialization_failure';
  end if;
  insert into chain.segment values (chain, number, log_id, columns, algorithm, after, previous, genesis);
end $$;
