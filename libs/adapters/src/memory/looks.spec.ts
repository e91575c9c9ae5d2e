import { looksContract } from '../../../../test/contracts/looks.contract.js';
import { fixedClock } from '../../../../test/support/fixed-clock.js';
import { MemoryLooks } from './looks.js';

looksContract(async () => ({
  looks: new MemoryLooks(fixedClock('2023-06-01T02:00:00.000Z')),
  close: async () => undefined,
}));
