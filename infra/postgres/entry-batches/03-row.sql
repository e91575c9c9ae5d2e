-- The commands of a batch, by the rows of the file. Whether one is on record the log says.
create table entry.batch_row (
  batch_id uuid not null references entry.batch,
  command_id uuid not null,
  stream_id uuid not null,
  row integer not null,
  primary key (batch_id, command_id)
);
