-- Tries to sign in that were looked at, by a hash of what they were for, which nobody need have.
create table users.try (
  subject text not null,
  source text not null,
  at timestamptz not null
);
create index try_of_subject on users.try (subject, at);
create index try_at on users.try (at);
