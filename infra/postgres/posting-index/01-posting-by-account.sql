-- Makes the index of postings by account anew where it was made before it held what is counted.
do $$
declare
  schema text := 'ledger_g' || (select generation from ledger.live);
begin
  if exists (select from pg_index where indexrelid = to_regclass(schema || '.posting_by_account') and indnatts = indnkeyatts) then
    execute format('drop index %I.posting_by_account', schema);
    execute format('create index posting_by_account on %I.posting (account, on_date) include (person, amount, position)', schema);
  end if;
end $$;
