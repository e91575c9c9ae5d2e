import { caseSource, committeeKind, disputeKind, preventedHarm } from '../domain/enumerations.js';

/** The columns of the statistical form, as code → values; figures by column are made from them. */
export const columns = {
  kind: disputeKind.values,
  source: caseSource.values,
  committee: committeeKind.values,
} as const;
export const harms = preventedHarm.values;

/** The split of a measure that a column narrows. */
export const splitOf = { kind: 'kind', source: 'source', committee: 'committeeKind' } as const;

/** Kinds the form has as one, with their sub-kinds. */
export const joinedKinds = {
  labour: ['migrant-wages', 'labour-other'],
  consumer: ['tourism', 'e-commerce', 'consumer-other'],
} as const;
