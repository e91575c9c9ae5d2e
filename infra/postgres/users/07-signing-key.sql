-- The key that signs the tokens of programs, sealed; one row at most.
create table users.signing_key (
  singleton boolean primary key default true check (singleton),
  sealed text not null
);
