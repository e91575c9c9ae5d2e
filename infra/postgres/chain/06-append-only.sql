-- Keeps the chains append-only for everyone, their owner included.
create function chain.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'chains are append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on chain.block
  for each statement execute function chain.refuse_change();
create trigger append_only before update or delete or truncate on chain.segment
  for each statement execute function chain.refuse_change();
