import { formDraftsContract } from '../../../../test/contracts/form-drafts.contract.js';
import { MemoryFormDrafts } from './form-drafts.js';

formDraftsContract(async () => ({ drafts: new MemoryFormDrafts(), close: async () => undefined }));
