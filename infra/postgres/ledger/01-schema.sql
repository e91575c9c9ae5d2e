-- What all generations of the ledger share: measures, checkpoints and which generation is read.
create schema ledger;
