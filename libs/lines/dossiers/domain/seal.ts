import { defineProcedure } from '#kernel/procedure.js';
import { type SealEvent, sealEvents } from './events.js';

/** Whether a person's identity is sealed. @source 刑事诉讼法 第二百八十六条；社区矫正法 第五十四条、第五十八条 */
export const seal = defineProcedure<SealEvent, 'sealed' | 'unsealed'>({
  type: 'dossiers.seal',
  events: sealEvents,
  fixed: true,
  steps: {
    none: ['dossiers.IdentitySealed'],
    sealed: ['dossiers.IdentityUnsealed'],
    unsealed: ['dossiers.IdentitySealed'],
  },
  becomes: { 'dossiers.IdentitySealed': 'sealed', 'dossiers.IdentityUnsealed': 'unsealed' },
});
