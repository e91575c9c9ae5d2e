-- Which figures are published: of which log and generation, up to which position. No generation: none in this life yet.
create table balances.progress (
  only_one boolean primary key default true check (only_one),
  log_id uuid,
  generation integer,
  position bigint not null default 0,
  -- Streams that were set aside at that position, with the position of the event each stopped at.
  parked_streams uuid[] not null default '{}',
  parked_positions bigint[] not null default '{}',
  -- Counts the lives of the topic.
  life integer not null default 1
);
insert into balances.progress default values;
