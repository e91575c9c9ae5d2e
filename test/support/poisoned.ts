import type { LineDefinition } from '#application/define-line.js';
import { notary } from './notary.js';

/** Receipt that a poisoned line cannot read. */
export const POISON = 'POISON';

/** The notary line with a fault in its facts: it cannot fold a fee whose receipt is the poison. */
export const poisoned: LineDefinition = {
  ...notary,
  facts: {
    ...notary.facts,
    on: {
      ...notary.facts.on,
      'notary.FeePaid': (event, sheet, settings) => {
        if ((event.data as { receiptNo: string }).receiptNo === POISON) throw new Error('cannot read this receipt');
        notary.facts.on['notary.FeePaid']?.(event, sheet, settings);
      },
    },
  },
};
