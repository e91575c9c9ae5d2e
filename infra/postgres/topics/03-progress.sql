-- How far which log is published. A life ends when topics lose records; the next one begins at the first event.
create table relay.progress (
  only_one boolean primary key default true check (only_one),
  log_id uuid not null,
  position bigint not null,
  life integer not null,
  -- The life that a reader found records missing in, and asked to end; 0 when nobody has.
  asked integer not null default 0,
  -- How far the figures were at least when the relay last moved on: true for ever, as figures only gain events.
  reached bigint not null,
  reached_generation integer not null
);
insert into relay.progress (log_id, position, life, reached, reached_generation) select log_id, 0, 1, 0, 0 from es.log;
