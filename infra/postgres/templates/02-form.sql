create table template.form (
  bureau text collate "C" not null,
  code text collate "C" not null,
  version integer not null check (version > 0),
  title text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  bytes bytea not null,
  primary key (bureau, code, version)
);
