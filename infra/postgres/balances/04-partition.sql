-- The offset after the newest record written to each partition in this life of the topic.
create table balances.partition (
  name text collate "C" primary key,
  next_offset bigint not null
);
