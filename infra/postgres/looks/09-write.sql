-- The only way in. Place and time are given here, not by the caller, one writer after another until its commit.
create function looks.write(
  name text, user_id uuid, roles text[], offices text[], address text, request_id uuid, purpose text, route text,
  object text, reason text, subjects uuid[], minors uuid[], bureaus text[]
) returns bigint
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  place bigint;
  stored timestamptz;
begin
  update looks.last_position l set position = l.position + 1 returning l.position into place;
  stored := clock_timestamp();
  perform looks.open_month(stored);
  insert into looks.look values (
    place, stored, name, user_id, roles, offices, address, request_id, purpose, route, object, reason, subjects, minors,
    bureaus
  );
  return place;
end $$;
