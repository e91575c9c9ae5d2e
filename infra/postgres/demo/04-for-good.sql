-- A mark stays as long as the database: it goes when the demo goes.
create function demo.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the mark of a demo is never changed: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger for_good before update or delete or truncate on demo.mark
  for each statement execute function demo.refuse_change();
