-- How far the log was read for it, and which log.
create table people.taking_part_read (
  id smallint primary key check (id = 1),
  position bigint not null,
  log_id uuid
);
insert into people.taking_part_read values (1, 0, null);
