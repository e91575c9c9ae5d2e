import { rollUpContract } from '../../../../test/contracts/roll-up.contract.js';
import { MemoryRollUp } from './roll-up.js';

describe('the roll-up in memory', () =>
  rollUpContract(async () => {
    const both = new MemoryRollUp();
    return { store: both, figures: both };
  }));
