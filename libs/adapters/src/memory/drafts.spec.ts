import { draftsContract } from '../../../../test/contracts/drafts.contract.js';
import { MemoryDrafts } from './drafts.js';

draftsContract(async () => ({
  drafts: new MemoryDrafts({ now: () => ({ now: '2023-01-01T00:00:00.000Z', today: '2023-01-01' }) }),
  close: async () => undefined,
}));
