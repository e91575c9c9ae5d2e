-- The conditions, each written once. A subselect around a list makes it a constant of the query: the seal is looked at once
-- per list, not once per row.
create function caller.of_office(of_column text) returns text language sql immutable as $$
  select format('%I = any ((select caller.scope(''offices''))::text[])', of_column)
$$;
create function caller.own(of_column text default 'office') returns text language sql immutable as $$
  select 'bureau = any ((select caller.scope(''bureaus''))::text[]) or ' || caller.of_office(of_column)
$$;
create function caller.of_bureau() returns text language sql immutable as $$
  select 'bureau = any ((select caller.scope(''known''))::text[])'
$$;
create function caller.anybody() returns text language sql immutable as $$
  select 'cardinality((select caller.scope(''name''))) > 0'
$$;
revoke all on function caller.own(text), caller.of_office(text), caller.of_bureau(), caller.anybody() from public;
