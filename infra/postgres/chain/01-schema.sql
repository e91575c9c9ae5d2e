-- Running hashes over append-only tables: what shows that a stored row was changed, taken out or put in.
create schema chain;
