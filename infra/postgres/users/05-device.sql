-- Devices that somebody of a name (hashed) has signed in on: tries made there are counted apart.
create table users.device (
  person text not null,
  device text not null,
  seen_at timestamptz not null,
  primary key (person, device)
);
