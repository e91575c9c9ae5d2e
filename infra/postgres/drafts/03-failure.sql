-- What could not be made, why, and how often it was tried.
create table draft.failure (
  year smallint not null,
  bureau text collate "C" not null,
  subject text collate "C" not null,
  document text collate "C" not null,
  reason text not null,
  attempts integer not null,
  failed_at timestamptz not null,
  primary key (year, bureau, subject, document)
);
