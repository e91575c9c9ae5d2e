-- What a person opened by signing in; the token itself is with the browser alone.
create table users.session (
  session_id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references users.principal,
  version integer not null,
  stage text not null check (stage in ('second-factor', 'open')),
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  network text not null,
  agent text not null
);
create index session_of_user on users.session (user_id, opened_at);
create index session_opened on users.session (opened_at);
