import { figuresSince, formulasOver, indicatorTable } from '#application/indicator-table.js';
import type { MeasureCode } from '../measures/index.js';

const { closing } = formulasOver<MeasureCode>();
const { stock } = figuresSince('2003-01-01');

export const indicators = indicatorTable({
  /** 零报告月数: office-months declared empty that stand at the period's end. unit 次 */
  'RP-01': stock('次', closing('reporting.nil-months')),
});
