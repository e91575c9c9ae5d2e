import { usersContract } from '../../../../test/contracts/users.contract.js';
import { MemorySessions, MemoryTries } from './sessions.js';
import { MemoryUsers } from './users.js';

usersContract(async () => {
  const sessions = new MemorySessions();
  return { users: new MemoryUsers(sessions), sessions, tries: new MemoryTries(), close: async () => undefined };
});
