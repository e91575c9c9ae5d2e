import { savedViewsContract } from '../../../../test/contracts/saved-views.contract.js';
import { MemorySavedViews } from './saved-views.js';

savedViewsContract(async () => ({ views: new MemorySavedViews(), close: async () => undefined }));
