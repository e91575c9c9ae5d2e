import type { WrittenIndicator } from '#application/indicator-table.js';
import { harms } from '../measures/columns.js';
import { count, flow, indicatorTable, part, total } from './table.js';

type Harm = (typeof harms)[number];

const cases = (harm: Harm) => count('件', flow('mediation.prevented', { harm }));
const people = (harm: Harm) => total('人次', flow('mediation.people-protected', { harm }));
const byHarm = Object.fromEntries(
  harms.flatMap((harm) => [
    [`PM-13-${harm}`, part('PM-13', cases(harm))],
    [`PM-13-${harm}-people`, part('PM-13-people', people(harm))],
  ]),
) as Readonly<Record<`PM-13-${Harm}` | `PM-13-${Harm}-people`, WrittenIndicator>>;

/** 防止激化: what successes kept from happening. unit 件 and 人次 · dated by the agreement · one case may prevent several */
export const preventionIndicators = indicatorTable({
  'PM-13': count('件', flow('mediation.prevented')),
  'PM-13-people': part('PM-13', total('人次', flow('mediation.people-protected'))),
  ...byHarm,
});
