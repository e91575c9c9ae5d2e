import { entryBatchesContract } from '../../../../test/contracts/entry-batches.contract.js';
import { MemoryEntryBatches } from './entry-batches.js';

entryBatchesContract(async () => ({ batches: new MemoryEntryBatches(), close: async () => undefined }));
