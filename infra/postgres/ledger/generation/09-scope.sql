-- Puts the tables under row-level security, in a database that has it.
do $$
begin
  if to_regprocedure('caller.guard_generation(text)') is not null then
    perform caller.guard_generation('ledger_g0');
  end if;
end $$;
