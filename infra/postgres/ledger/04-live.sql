-- The one generation that is read and projected into; a rebuild moves this row and nothing else.
create table ledger.live (
  id smallint primary key check (id = 1),
  generation integer not null
);
insert into ledger.live values (1, 1);
