import { identityTable } from '#application/indicator-table.js';
import type { IndicatorCode } from './indicators/index.js';
import { type Topic, topics } from './measures/index.js';

const partsOf = <const Code extends 'SV-02' | 'SV-03'>(code: Code): readonly `${Code}-${Topic}`[] =>
  topics.map((topic): `${Code}-${Topic}` => `${code}-${topic}`);

/** The balances of the line's figures. */
export const identities = identityTable<IndicatorCode>()({
  'surveys.valid-by-topic': { severity: 'block', kind: 'parts', total: 'SV-02', parts: partsOf('SV-02') },
  'surveys.satisfied-by-topic': { severity: 'block', kind: 'parts', total: 'SV-03', parts: partsOf('SV-03') },
  'surveys.satisfied-within-valid': { severity: 'block', kind: 'at-most', smaller: 'SV-03', larger: 'SV-02' },
  'surveys.passed-within-tested': { severity: 'block', kind: 'at-most', smaller: 'SV-06', larger: 'SV-05' },
});

export type IdentityCode = keyof typeof identities;
