-- Which generation is read, how measures are numbered and how far the figures are: of no office, for everybody with a scope.
select caller.guard('ledger.live', caller.anybody());
select caller.guard('ledger.measure', caller.anybody());
select caller.guard('ledger.checkpoint', caller.anybody());
-- It also looks at where the relay stands, which is nothing for requests.
alter function ledger.projected_to(integer) security definer set search_path = pg_catalog, pg_temp;
