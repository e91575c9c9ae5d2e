-- Keeps records append-only for everyone, their owner included. What has expired goes a month at a time, as a whole table.
create function looks.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'records of looking are append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete or truncate on looks.look
  for each statement execute function looks.refuse_change();
