-- Numbers the generations; a number is never used again.
create sequence ledger.next_generation as integer start 2;
