import type { Line } from '../api/catalogue.js';

type Indicator = Line['indicators'][number];
const COUNTS: readonly string[] = ['FLOW_COUNT', 'FLOW_SUM'];

/** Figures of a line that are no part and no other reading of another. */
export const plainOf = ({ indicators }: Line): readonly Indicator[] =>
  indicators.filter(({ variant, of }) => variant === undefined && of === undefined);

/** What a line is known by at a glance: its first counts, and what else it has where it counts too little. */
export const headlinesOf = (line: Line, many: number): readonly Indicator[] => {
  const plain = plainOf(line);
  const counts = plain.filter(({ kind }) => COUNTS.includes(kind));
  return [...counts, ...plain.filter((one) => !counts.includes(one))].slice(0, many);
};
