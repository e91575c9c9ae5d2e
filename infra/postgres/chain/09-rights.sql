-- The application reads and adds through the two functions; the verifier reads.
revoke all on function chain.add_segment(text, integer, uuid, text[], text, bigint, bytea, bytea) from public;
revoke all on function chain.add_block(text, bigint, integer, text, bytea, bigint[], bytea, timestamptz, bytea) from public;
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema chain to taizhang_app;
    grant select on all tables in schema chain to taizhang_app;
    grant execute on function chain.add_segment(text, integer, uuid, text[], text, bigint, bytea, bytea) to taizhang_app;
    grant execute on function
      chain.add_block(text, bigint, integer, text, bytea, bigint[], bytea, timestamptz, bytea) to taizhang_app;
  end if;
  if exists (select from pg_roles where rolname = 'taizhang_verifier') then
    grant usage on schema chain, es to taizhang_verifier;
    grant select on all tables in schema chain to taizhang_verifier;
    grant select on es.event, es.log to taizhang_verifier;
  end if;
end $$;
