-- The newest event published to each partition in this life of the topics, and the offset after it.
create table relay.partition (
  name text collate "C" primary key,
  position bigint not null,
  next_offset bigint not null
);
