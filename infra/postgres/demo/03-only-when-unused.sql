-- An installation becomes a demo before anything else or never: no event was recorded, nobody may sign in, and no code by which
-- the first administrators are made was ever offered. The lock is that of `es.append_many`: no event is on its way.
create function demo.only_when_unused() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7305812041);
  if exists (select from es.event) or exists (select from users.principal) or exists (select from users.setup) then
    raise exception 'an installation in use does not become a demo' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger only_when_unused before insert on demo.mark
  for each row execute function demo.only_when_unused();
