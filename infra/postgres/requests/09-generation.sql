-- Guards the tables of a generation. Postings follow their account, facts their stream.
create function caller.guard_generation(schema text) returns void language plpgsql as $$
declare
  of_table text;
begin
  foreach of_table in array array['account', 'balance', 'register_row', 'duty'] loop
    perform caller.guard(format('%I.%I', schema, of_table)::regclass, caller.own());
  end loop;
  perform caller.guard(format('%I.posting', schema)::regclass,
    format('exists (select from %I.account as a where a.id = posting.account)', schema));
  perform caller.guard(format('%I.folded_stream', schema)::regclass,
    'bureau = any ((select caller.scope(''bureaus''))::text[])'
    || ' or exists (select from es.stream as s where s.stream_id = folded_stream.stream_id)');
  -- Read with the rights of whoever reads, not of the owner.
  execute format('alter view %I.entry set (security_invoker = true)', schema);
  execute format('grant select on %I.entry to taizhang_requests', schema);
  execute format('grant usage on schema %I to taizhang_requests', schema);
end $$;
revoke all on function caller.guard_generation(text) from public;

select caller.guard_generation('ledger_g' || generation) from ledger.live;
