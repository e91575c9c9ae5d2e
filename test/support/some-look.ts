import { randomUUID } from 'node:crypto';
import type { NewLook } from '#application/looks/look.js';

/** A look of a clerk at nobody; `more` says at whom. */
export const someLook = (more: Partial<NewLook> = {}): NewLook => ({
  ...{ name: 'clerk', roles: ['office-clerk'], offices: ['43092201'], address: '10.0.0.7', requestId: randomUUID() },
  ...{ purpose: 'read', route: 'persons.one', object: '/v1/persons/x', subjects: [], minors: [], bureaus: ['430922'] },
  ...more,
});
