create trigger append_only before update or delete or truncate on ledger_g0.posting
  for each statement execute function ledger.refuse_change();
