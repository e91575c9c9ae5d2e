-- Short numbers for measure versions, so that a posting row stays small. Numbers are never used again.
create table ledger.measure (
  id smallint generated always as identity primary key,
  code text collate "C" not null,
  version integer not null,
  unit text,
  -- SHA-256 of the definition, hex; null until the definition is declared.
  hash text,
  unique (code, version)
);
