import { titleOf } from '#application/describe-lines.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { asJson, dataDir, exitCodes, type Job, UsageFault } from '../job.js';
import { openHere, project } from '../open.js';
import { tableLines } from '../print/table.js';
import { periodOptions, readingFor } from '../reading.js';
import { readSettings } from '../settings.js';

/** The sheet of a bureau: every indicator, or those named. */
export const job: Job = {
  name: 'indicators',
  summary: 'prints the figures of a bureau',
  options: {
    ...periodOptions,
    indicator: { type: 'string', value: '<codes>', help: 'only these, with commas between' },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    const { registry, ledger } = platform;
    await project(platform);
    const { reading, period, position } = await readingFor(context, platform);
    const codes = context.text('indicator')?.split(',') ?? [...registry.indicators.keys()];
    const unknown = codes.filter((code) => !registry.indicators.has(code));
    if (unknown.length > 0) throw new UsageFault(`no indicator ${unknown.join(', ')}`);
    const values = await evaluateIndicators(ledger, registry, reading, period, codes);
    const named = values.map((value) => ({ ...value, name: titleOf(registry, value.code) }));
    if (context.flag('json')) {
      const { bureau } = reading;
      context.out(
        JSON.stringify({ bureau, office: context.text('office') ?? null, period, position, indicators: named }),
      );
      return exitCodes.done;
    }
    const rows = named.map(({ code, name, printed, unit, numerator, denominator, awaits }) => [
      code,
      name,
      unit === '%' ? printed : `${printed} ${unit}`,
      numerator === undefined ? awaits.join(' ') : `${numerator} ÷ ${denominator}`,
    ]);
    const columns = [
      { title: '代码' },
      { title: '指标', most: 50 },
      { title: '值', align: 'right' as const },
      { title: '' },
    ];
    for (const line of tableLines(columns, rows)) context.out(line);
    context.out(`\n${reading.bureau} ${period.from} 至 ${period.to}，截至第${position}号记录`);
    return exitCodes.done;
  },
};
