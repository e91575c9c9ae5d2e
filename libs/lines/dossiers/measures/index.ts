import { tables } from '../views/kinds.js';

export const measures = tables.measures({
  /** Records that stand for another record of the same person, by that record; what figures of persons look up. */
  'dossiers.merged': {
    fact: 'dossiers.merge',
    unit: '人',
    kind: 'stock',
    from: 'mergedOn',
    to: 'unmergedOn',
    splits: ['into'],
  },
});
