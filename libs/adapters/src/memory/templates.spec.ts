import { templatesContract } from '../../../../test/contracts/templates.contract.js';
import { MemoryTemplates } from './templates.js';

templatesContract(async () => ({ templates: new MemoryTemplates(), close: async () => undefined }));
