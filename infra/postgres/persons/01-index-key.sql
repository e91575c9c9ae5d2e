-- The keys that what persons are found by is hashed with: one of each bureau, of its own and not of the master key, so that
-- rotating the master key leaves every hash as it is. Wrapped as the keys of persons are.
create table people_keys.index_key (
  id integer generated always as identity primary key,
  bureau text not null,
  suite text not null,
  wrapped_key text not null,
  unique (bureau, suite)
);
