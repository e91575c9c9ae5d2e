import { officeDirectoryContract } from '../../../../test/contracts/office-directory.contract.js';
import { MemoryOfficeDirectory } from './office-directory.js';

officeDirectoryContract('in memory', async () => ({
  directory: new MemoryOfficeDirectory(),
  close: async () => undefined,
}));
