-- A list out of what this session says about its caller: `bureaus` that are his as a whole, single `offices` beside them, all
-- bureaus he is `known` to, and his `name`. Empty where nothing is said, where the seal is not ours, and where it was made for
-- another session: fail closed.
create function caller.scope(part text) returns text[]
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  said text := current_setting('taizhang.scope', true);
  body text := substr(said, 66);
  key caller.secret;
begin
  if coalesce(said, '') = '' then
    return '{}';
  end if;
  select * into key from caller.secret;
  if left(said, 65) is distinct from
     encode(sha256(key.outer_key || sha256(key.inner_key || convert_to(body, 'UTF8'))), 'hex') || '.' then
    return '{}';
  end if;
  if (body::json ->> 'session')::int is distinct from pg_backend_pid() then
    return '{}';
  end if;
  return array(select json_array_elements_text(body::json -> part));
end $$;
revoke all on function caller.scope(text) from public;
