import type { RecordedEvent } from '#kernel/event.js';
import { ledgerContract } from '../../../../test/contracts/ledger.contract.js';
import { MemoryLedger } from './ledger.js';

ledgerContract('in memory', async () => {
  let logId = 'first';
  let head = 0;
  const ledger = new MemoryLedger({
    head: async () => head,
    logId: async () => logId,
    read: async (after) => ({
      head,
      events: after < head ? [{ position: after + 1, recordedAt: '2023-05-10T00:00:00.000Z' } as RecordedEvent] : [],
    }),
  });
  return {
    store: ledger,
    ledger,
    record: async (count) => (head += count),
    replaceLog: async () => void (logId = 'second'),
    close: async () => undefined,
  };
});
