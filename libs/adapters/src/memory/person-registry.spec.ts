import { personRegistryContract, registryClock } from '../../../../test/contracts/person-registry.contract.js';
import { systemIds } from '../system/ids.js';
import { MemoryPersonRegistry } from './person-registry.js';

personRegistryContract('in memory', async () => new MemoryPersonRegistry(systemIds, registryClock));
