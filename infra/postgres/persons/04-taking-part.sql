-- In which streams a person takes part, read off the events; derived, and made anew where the log is another one.
create table people.taking_part (
  person_ref uuid not null,
  stream_id uuid not null,
  primary key (person_ref, stream_id)
);
