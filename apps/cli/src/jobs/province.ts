import { PostgresRollUpLedger } from '#adapters/postgres/roll-up/roll-up-ledger.js';
import { periodOf } from '#adapters/nest/queries/scope.js';
import { titleOf } from '#application/describe-lines.js';
import {
  type DivisionLevel,
  isDivisionLevel,
  provinceIndicators,
  provinceTable,
  untoldOf,
} from '#application/province-table.js';
import { asJson, dataDir, exitCodes, type Job, type JobContext, UsageFault } from '../job.js';
import { openHere } from '../open.js';
import { provinceSheet } from '../print/province-sheet.js';
import { periodOptions } from '../reading.js';
import { readSettings } from '../settings.js';

const levelOf = (context: JobContext): DivisionLevel => {
  const level = context.text('by') ?? 'province';
  if (!isDivisionLevel(level)) throw new UsageFault('--by is province, city or bureau');
  return level;
};

/** The figures of every database that was read from the topics, added up by divisions. */
export const job: Job = {
  name: 'province',
  summary: 'adds up the figures of many bureaus by province, city or bureau',
  options: {
    year: periodOptions.year,
    period: { ...periodOptions.period, help: '2023, 2023S, 2023-04, 2023Q2 or 2023H1; whole months' },
    by: { type: 'string', value: '<level>', help: 'province (default), city or bureau' },
    division: { type: 'string', value: '<code>', help: 'only divisions whose codes begin so (GB/T 2260)' },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const text = context.text('period') ?? context.text('year');
    if (text === undefined) throw new UsageFault('--year or --period is missing');
    const question = { period: periodOf(text), by: levelOf(context), within: context.text('division') ?? '' };
    if (untoldOf({ measure: '', mode: 'flow', ...question.period }) !== undefined)
      throw new UsageFault('the period has to be of whole months');
    const { pool, registry, offices } = await openHere(
      readSettings({ folder: context.text('data-dir') }),
      context.opened,
    );
    const figures = new PostgresRollUpLedger(pool);
    const table = await provinceTable(figures, registry, question);
    const indicators = await provinceIndicators(figures, registry, question, [...registry.indicators.keys()]);
    const nameOf = (code: string): string => titleOf(registry, code);
    if (context.flag('json')) {
      const { areas, measures, ...rest } = table;
      context.out(
        JSON.stringify({
          ...rest,
          areas: areas.map((code) => ({ code, name: offices.find(code)?.name ?? null })),
          measures: measures.map((row) => ({ ...row, name: nameOf(row.measure) })),
          indicators: indicators.areas.map(({ area, values }) => ({
            area,
            values: values.map((value) => ({ ...value, name: nameOf(value.code) })),
          })),
          untold: indicators.untold.map((item) => ({ ...item, name: nameOf(item.code) })),
        }),
      );
    } else
      for (const line of provinceSheet(table, indicators, {
        title: nameOf,
        area: (code) => offices.find(code)?.name ?? code,
      }))
        context.out(line);
    return table.sources.some(({ awaited }) => awaited) ? exitCodes.wrong : exitCodes.done;
  },
};
