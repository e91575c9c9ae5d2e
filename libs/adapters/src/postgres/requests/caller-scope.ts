import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '#kernel/command.js';

const asking = new AsyncLocalStorage<Principal>();

/** Does work on behalf of a caller: what it reads through the pool of requests is read with the caller's scope. */
export const onBehalfOf = <Answer>(caller: Principal, work: () => Answer): Answer => asking.run(caller, work);

/** On whose behalf this is done; undefined where nobody asked, and then that pool shows nothing. */
export const whoAsks = (): Principal | undefined => asking.getStore();
