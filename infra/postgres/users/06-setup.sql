-- Hash of the one-time code by which the first administrators are made; one row at most.
create table users.setup (
  singleton boolean primary key default true check (singleton),
  code_hash text not null
);
