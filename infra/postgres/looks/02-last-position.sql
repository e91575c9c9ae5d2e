-- The last position given out. Its row is what writers wait for each other at, so that positions are in order of commit.
create table looks.last_position (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into looks.last_position (position) values (0);
