import { alertsContract } from '../../../../test/contracts/alerts.contract.js';
import { MemoryAlerts } from './alerts.js';

alertsContract(async () => ({ alerts: new MemoryAlerts(), close: async () => undefined }));
