-- The other way in: puts a block behind the last one. Two who try at once are told apart here, whatever locks they forgot.
create function chain.add_block(
  chain text, number bigint, segment integer, algorithm text, previous bytea, positions bigint[], hashes bytea,
  chained_at timestamptz, digest bytea
) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  before record;
begin
  select b.number, b.last, b.segment into before
    from chain.block b where b.chain = add_block.chain order by b.number desc limit 1;
  if number <> 1 + coalesce(before.number, 0) or positions[1] <= coalesce(before.last, 0)
     or segment <> (select max(s.number) from chain.segment s where s.chain = add_block.chain) then
    raise exception 'chain % does not end there', chain using errcode = 'serialization_failure';
  end if;
  insert into chain.block (chain, number, segment, algorithm, previous, positions, hashes, chained_at, digest)
    values (chain, number, segment, algorithm, previous, positions, hashes, chained_at, digest);
end $$;
