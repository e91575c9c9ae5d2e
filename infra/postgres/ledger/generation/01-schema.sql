-- One complete copy of the derived rows. A rebuild fills a new one beside the one that is read.
create schema ledger_g0;
