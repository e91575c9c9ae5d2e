-- Offices other than its owner that ever recorded on a stream: they see it too, whoever owns it.
create table es.stream_office (
  stream_id uuid not null,
  bureau text not null,
  office text not null,
  primary key (stream_id, office)
);

create function es.note_office() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into es.stream_office (stream_id, bureau, office) values (new.stream_id, new.bureau, new.office)
    on conflict (stream_id, office) do nothing;
  return null;
end $$;

create trigger note_office after insert on es.event
  for each row when (new.office is distinct from new.owner) execute function es.note_office();

insert into es.stream_office (stream_id, bureau, office)
  select distinct stream_id, bureau, office from es.event where office <> owner;
