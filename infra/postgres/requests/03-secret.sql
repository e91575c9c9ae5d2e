-- Two keys that what a session says about its caller is sealed with. The application reads them; whoever only reads for callers
-- cannot, and so can name no scope but the one it was given.
create table caller.secret (
  only_one boolean primary key default true check (only_one),
  inner_key bytea not null check (octet_length(inner_key) = 64),
  outer_key bytea not null check (octet_length(outer_key) = 64)
);
-- gen_random_uuid draws 122 random bits: four of them fill a digest, two digests a block of the hash.
create function pg_temp.block() returns bytea language sql volatile as $$
  select string_agg(sha256(convert_to(
           concat(gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), n), 'UTF8')), '')
    from generate_series(1, 2) as n
$$;
insert into caller.secret (inner_key, outer_key) values (pg_temp.block(), pg_temp.block());
drop function pg_temp.block();
