import { defineProcedure } from '#kernel/procedure.js';
import { accept } from '#kernel/reject.js';
import { type ErasureEvent, erasureEvents } from './events.js';
import { refuse } from './rejections.js';

/**
 * The destruction of a person's key: asked for by one, approved by another, refused where the law has records kept.
 * @rejects dossiers.second-person-needed  whoever asked does not approve
 * @source 个人信息保护法 第四十七条
 */
export const erasure = defineProcedure<ErasureEvent, 'requested' | 'refused' | 'erased'>({
  type: 'dossiers.erasure',
  events: erasureEvents,
  fixed: true,
  steps: {
    none: ['dossiers.ErasureRequested', 'dossiers.ErasureRefused'],
    requested: ['dossiers.ErasureApproved', 'dossiers.ErasureRefused'],
    refused: ['dossiers.ErasureRequested', 'dossiers.ErasureRefused'],
    erased: [],
  },
  becomes: {
    'dossiers.ErasureRequested': 'requested',
    'dossiers.ErasureRefused': 'refused',
    'dossiers.ErasureApproved': 'erased',
  },
  rules: {
    'dossiers.ErasureApproved': (_, { past }, { by }) =>
      past.at(-1)?.by === by ? refuse('dossiers.second-person-needed') : accept,
  },
});
