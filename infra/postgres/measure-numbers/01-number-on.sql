-- Earlier releases drew a number for every measure at every start, so that numbers would have run out after some ninety
-- starts. Those that no measure has are given out from here on.
select setval(pg_get_serial_sequence('ledger.measure', 'id'), coalesce(max(id), 0) + 1, false) from ledger.measure;
