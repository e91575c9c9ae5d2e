import { defineProcedure } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { type ErasureEvent, erasureEvents } from './events.js';
import { refuse } from './rejections.js';

/**
 * The destruction of a person's key: asked for by one, approved by another, refused where the law has records kept.
 * @rejects people.second-person-needed  whoever asked does not approve
 * @source 个人信息保护法 第四十七条
 */
export const erasure = defineProcedure<ErasureEvent, 'requested' | 'refused' | 'erased'>({
  type: 'people.erasure',
  events: erasureEvents,
  fixed: true,
  steps: {
    none: ['people.ErasureRequested', 'people.ErasureRefused'],
    requested: ['people.ErasureApproved', 'people.ErasureRefused'],
    refused: ['people.ErasureRequested', 'people.ErasureRefused'],
    erased: [],
  },
  becomes: {
    'people.ErasureRequested': 'requested',
    'people.ErasureRefused': 'refused',
    'people.ErasureApproved': 'erased',
  },
  rules: {
    'people.ErasureApproved': (_, { past }, { by }) =>
      past.at(-1)?.by === by ? refuse('people.second-person-needed') : accept,
  },
});
