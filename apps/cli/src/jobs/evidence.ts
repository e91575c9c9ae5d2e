import { titleOf } from '#application/describe-lines.js';
import { type ExplainedTerm, evaluateIndicators, explainIndicator } from '#application/evaluate-indicators.js';
import type { EvidenceRow, Ledger, Reading } from '#application/ports/ledger.js';
import { recordAtConsole } from '../console-look.js';
import { asJson, dataDir, exitCodes, type Job, UsageFault, given } from '../job.js';
import { openHere, project } from '../open.js';
import { tableLines } from '../print/table.js';
import { periodOptions, readingFor } from '../reading.js';
import { readSettings } from '../settings.js';

const PAGE = 1000;

const rowsOf = async (ledger: Ledger, reading: Reading, { term }: ExplainedTerm): Promise<readonly EvidenceRow[]> => {
  const rows: EvidenceRow[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await ledger.evidence(reading, term, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
};

/** The records behind a figure, all of them. */
export const job: Job = {
  name: 'evidence',
  summary: 'prints the records behind a figure',
  options: {
    indicator: { type: 'string', value: '<code>', help: 'code of the indicator', required: true },
    ...periodOptions,
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    const { registry, ledger } = platform;
    const code = given(context, 'indicator');
    if (!registry.indicators.has(code)) throw new UsageFault(`no indicator ${code}`);
    await project(platform);
    const { reading, period, position } = await readingFor(context, platform);
    const [value] = await evaluateIndicators(ledger, registry, reading, period, [code]);
    const explained = await explainIndicator(ledger, registry, reading, period, code);
    const totals = await ledger.sums(
      reading,
      explained.map(({ term }) => term),
    );
    const terms = await Promise.all(
      explained.map(async (item, at) => ({
        ...item.term,
        side: item.side,
        sign: item.sign,
        total: totals[at] ?? '0',
        rows: await rowsOf(ledger, reading, item),
      })),
    );
    await recordAtConsole(platform, 'evidence', {
      ...{ job: 'evidence', object: code, bureau: reading.bureau },
      named: terms.flatMap(({ rows }) => rows.flatMap(({ person }) => person ?? [])),
    });
    const name = titleOf(registry, code);
    if (context.flag('json')) {
      const { bureau } = reading;
      context.out(
        JSON.stringify({
          bureau,
          period,
          position,
          indicator: code,
          name,
          value: value?.value ?? null,
          printed: value?.printed,
          terms,
        }),
      );
      return exitCodes.done;
    }
    context.out(`${code} ${name}：${value?.printed ?? '—'}（截至第${position}号记录）`);
    for (const { measure, side, sign, total, rows } of terms) {
      context.out(`\n${side} ${sign === 1 ? '+' : '−'} ${measure}：${total}，${rows.length} 条`);
      const columns = [
        { title: '档案' },
        { title: '事项' },
        { title: '单位' },
        { title: '日期' },
        { title: '数', align: 'right' as const },
        { title: '记录' },
      ];
      const cells = rows.map(({ streamId, factKey, office, on, amount, positions }) => [
        streamId,
        factKey,
        office,
        on,
        amount,
        positions.join(' '),
      ]);
      for (const line of tableLines(columns, cells)) context.out(line);
    }
    return exitCodes.done;
  },
};
