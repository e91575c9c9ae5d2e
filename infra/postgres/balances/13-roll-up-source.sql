-- A database by its log, in one partition. Its newest complete generation counts; none: its cells have not all come yet.
create table rollup.source (
  source uuid not null,
  slot smallint not null,
  generation integer,
  position bigint not null,
  -- Another log took its place.
  replaced boolean not null default false,
  primary key (source, slot)
);
