-- What was the hash at a position.
create unique index block_by_position on chain.block (chain, last);
