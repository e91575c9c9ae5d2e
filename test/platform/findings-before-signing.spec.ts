import { answerFinding } from '#application/findings/answer-finding.js';
import { type FindingToSettle, findingsToSettle, isSettled } from '#application/findings/findings-to-settle.js';
import { closePeriod } from '#application/sealing/seal-period.js';
import { uuidV5 } from '#kernel/ids.js';
import { fiscalYear } from '#kernel/period.js';
import { type Rejection, Rejected } from '#kernel/reject.js';
import { sealHash } from '#kernel/seal.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { accept, closing, director, sealPorts, sealingWorld } from '../support/sealing-world.js';
import { BUREAU, type World } from '../support/world.js';

const YEAR = 2022;
const proof = { attachmentHash: 'a'.repeat(64), enteredBy: uuidV5('person') };

interface Row {
  readonly row: string;
  readonly weight: string;
  readonly [name: string]: unknown;
}
const accepted: Row = {
  ...{ row: 'accepted', level1: '产出指标', level2: '数量指标', level3: '受理公证事项', weight: '60' },
  ...{ operator: 'at-least', target: '2', unit: '件', targetText: '≥2件', indicatorCode: 'NT-01' },
};
const order: Row = {
  ...{ row: 'order', level1: '效益指标', level2: '社会效益指标', level3: '公证秩序', weight: '30' },
  targetText: '提升',
};

/** A sheet, its rows and what is said on it, as a test plants it. */
interface Planted {
  readonly name?: string;
  readonly sheet?: object;
  readonly rows?: readonly Row[];
  /** Answers to the rows, where the sheet is evaluated. */
  readonly evaluated?: object;
  readonly monitored?: object;
  /** Second person, where the year is not over when it is evaluated. */
  readonly approvedBy?: string;
}

const answersTo = (rows: readonly Row[], more: Readonly<Record<string, object>> = {}) =>
  rows.map(({ row }) => ({
    row,
    ...(row === 'order'
      ? { actualText: '提升', qualitativeGrade: 'met', score: '30', ...proof }
      : { actual: '2', actualText: '2件' }),
    ...more[row],
  }));

const evaluation = (more: object = {}) => ({
  evaluatedOn: '2023-02-01',
  rows: answersTo([accepted, order]),
  groups: [],
  ...more,
});

const plant = async (
  world: World,
  { name = 'first', sheet = {}, rows = [accepted, order], evaluated, monitored, approvedBy }: Planted,
) => {
  const send = (type: string, data: object, more: object = {}) =>
    world.send(`performance.${type}`, name, data, { office: BUREAU, ...more });
  await send('SetTargets', {
    ...{ setOn: '2022-01-12', fiscalYear: YEAR, subject: 'project', subjectCode: name, subjectName: `${name}经费` },
    ...{ frame: 'national-2020', form: 'project', budget: '380000.00', rows },
    ...sheet,
  });
  if (monitored !== undefined) await send('RecordMonitoring', monitored);
  if (evaluated !== undefined) await send('SelfEvaluate', evaluated, approvedBy === undefined ? {} : { approvedBy });
};

const opened = async (...sheets: readonly Planted[]): Promise<World> => {
  const world = sealingWorld([funds, notary, performance, reporting]);
  await accept(world, 'a', '2022-03-06');
  await accept(world, 'b', '2022-06-06');
  for (const sheet of sheets) await plant(world, sheet);
  return world;
};

const found = async (world: World): Promise<readonly FindingToSettle[]> => {
  const ports = sealPorts(world);
  const request = { bureau: BUREAU, period: fiscalYear(YEAR), position: await ports.position(), today: '2024-03-01' };
  return (await findingsToSettle(ports, request)).filter(({ place }) => place.kind === 'sheet');
};
const told = (findings: readonly FindingToSettle[]) =>
  findings
    .filter(({ needs }) => needs === undefined)
    .map(({ code, severity, rows }) => `${severity} ${code} ${rows.join()}`.trim());
const stopping = (findings: readonly FindingToSettle[]) =>
  findings
    .filter((item) => item.stops.length > 0 && !isSettled(item))
    .map(({ code, stops }) => `${code} ${stops.join()}`);

const refusalOf = async (asked: Promise<unknown>): Promise<Rejection> => {
  const error: unknown = await asked.then(
    () => new Error('was accepted'),
    (fault: unknown) => fault,
  );
  if (error instanceof Rejected) return error.rejection;
  throw error;
};

const monitoring = (actual: string, executed: string) => ({
  ...{ monitoredOn: '2023-01-05', monthEnd: '2022-12-31', executed, forecastExecuted: executed },
  rows: [{ row: 'accepted', actual, likelihood: 'certain', causes: [] }],
});

describe('what is found on a live sheet', () => {
  it('is nothing where nothing is wrong, evaluated or not', async () => {
    expect(stopping(await found(await opened({})))).toEqual([]);
    const text = { goal: '全年受理公证事项2件以上，财政资金38万元。' };
    const sound = await found(
      await opened({ sheet: text, evaluated: evaluation(), monitored: monitoring('2', '0.00') }),
    );
    expect(stopping(sound)).toEqual(['budget-missing performance']);
    expect(told(sound).filter((line) => !line.endsWith('level-weight-differs'))).toEqual(['block budget-missing']);
  });

  const conflicting = { name: 'second', rows: [{ ...accepted, target: '3', targetText: '≥3件' }, order] };
  it.each<[string, readonly Planted[], string]>([
    ['targets set after the year', [{ sheet: { setOn: '2023-01-03' } }], 'block target-set-late'],
    [
      'a goal that promises another number',
      [{ sheet: { goal: '全年受理公证事项500件以上' } }],
      'block narrative-contradicts-table accepted',
    ],
    [
      'a number of the purpose that is no figure',
      [{ sheet: { purpose: '用于聘请公证员3名' } }],
      'warn number-not-in-table',
    ],
    [
      'a reason that tells another result',
      [
        {
          evaluated: evaluation({
            rows: answersTo([accepted, order], { accepted: { deviationReason: '实际受理公证事项7件' } }),
          }),
        },
      ],
      'block narrative-contradicts-table accepted',
    ],
    [
      'an explanation at a month end that tells another',
      [
        {
          monitored: {
            ...monitoring('2', '0.00'),
            rows: [
              { row: 'accepted', actual: '2', likelihood: 'possible', causes: [], explanation: '受理公证事项仅9件' },
            ],
          },
        },
      ],
      'block narrative-contradicts-table accepted',
    ],
    ['another target of the same figure on another sheet', [{}, conflicting], 'block cross-document-conflict accepted'],
    [
      'another result of the same figure on another sheet',
      [
        { evaluated: evaluation() },
        {
          name: 'second',
          evaluated: evaluation({
            rows: answersTo([accepted, order], { accepted: { actual: '5', actualText: '5件' } }),
          }),
        },
      ],
      'block cross-document-conflict accepted',
    ],
    [
      'a result that the department and the project tell otherwise by name',
      [
        {
          name: BUREAU,
          sheet: { subject: 'department' },
          rows: [{ ...accepted, row: 'visits', level3: '走访次数', indicatorCode: undefined }, order],
        },
        {
          name: 'second',
          rows: [{ ...accepted, row: 'visits', level3: '走访次数', indicatorCode: undefined, target: '9' }, order],
        },
      ],
      'warn cross-document-conflict visits',
    ],
    [
      'a monitoring at the last day that the self-evaluation denies',
      [{ evaluated: evaluation(), monitored: monitoring('6', '0.00') }],
      'block cross-document-conflict accepted',
    ],
    [
      'several indicators in one row',
      [{ rows: [{ ...accepted, level3: '应诉胜诉率、案件调解率' }, order] }],
      'block several-indicators-in-one-row accepted',
    ],
    [
      'a target without operator',
      [{ rows: [{ ...accepted, operator: undefined, targetText: '2件' }, order] }],
      'warn target-without-operator accepted',
    ],
    [
      'a target without unit',
      [{ rows: [{ ...accepted, unit: undefined, targetText: '≥2' }, order] }],
      'warn target-without-unit accepted',
    ],
    [
      'an empty target',
      [{ rows: [{ ...accepted, operator: undefined, target: undefined, targetText: undefined }, order] }],
      'block target-missing accepted',
    ],
    [
      'another paper in the place of a target',
      [{ rows: [{ ...accepted, operator: undefined, target: undefined, targetText: '年度工作计划' }, order] }],
      'block target-not-numeric accepted',
    ],
    [
      'a placeholder that was left',
      [{ rows: [{ ...accepted, operator: undefined, target: undefined, targetText: '**件' }, order] }],
      'block target-is-placeholder accepted',
    ],
    [
      'a target that is the result',
      [{ rows: [{ ...accepted, operator: undefined, targetText: '2件' }, order] }],
      'warn target-equals-actual accepted',
    ],
    ['weights that do not add up', [{ rows: [accepted, { ...order, weight: '40' }] }], 'block weights-not-100'],
    [
      'points lost without a reason',
      [{ rows: [{ ...accepted, target: '4', targetText: '≥4件' }, order], evaluated: evaluation() }],
      'block deviation-reason-missing accepted',
    ],
    [
      'a target far exceeded without a reason',
      [{ rows: [{ ...accepted, target: '1', targetText: '≥1件' }, order], evaluated: evaluation() }],
      'block far-over-target accepted',
    ],
    [
      'results of another day than the last',
      [{ evaluated: evaluation({ evaluatedOn: '2022-12-20' }), approvedBy: 'head' }],
      'warn as-of-not-period-end',
    ],
  ])('%s', async (_what, sheets, expected) => {
    const world = await opened(...sheets);
    expect(told(await found(world))).toContain(expected);
  });

  it('does not ask for reasons of scores nobody gave yet: that waits for the self-evaluation', async () => {
    const findings = await found(await opened({ rows: [{ ...accepted, target: '4', targetText: '≥4件' }, order] }));
    const lost = findings.find(({ code }) => code === 'deviation-reason-missing');
    expect(lost).toMatchObject({ stops: [], stopsEvaluation: true });
  });

  it('says once what two sheets tell otherwise', async () => {
    const findings = await found(await opened({}, conflicting));
    expect(findings.filter(({ code }) => code === 'cross-document-conflict')).toHaveLength(1);
  });
});

describe('closing the year', () => {
  const late = { sheet: { setOn: '2023-01-03' } };
  const denied = { sheet: { goal: '全年受理公证事项500件以上' } };
  const close = (world: World, line: string, explanations: Parameters<typeof closing>[0] = {}) =>
    closePeriod(sealPorts(world), closing({ line, explanations: [], ...explanations }));
  const missing = [{ rule: 'reports-missing', reason: '当年未设岗', role: 'director' }];
  const answer = async (
    world: World,
    code: string,
    said: 'explained' | 'in-order' | 'wrong',
    reason = '批复下达晚',
  ) => {
    const finding = (await found(world)).find((item) => item.code === code);
    if (finding === undefined) throw new Error(`no ${code}`);
    return answerFinding(
      { ...sealPorts(world), handler: world.handler },
      {
        ...{ bureau: BUREAU, period: fiscalYear(YEAR), finding: finding.id, answer: said, reason, role: 'director' },
        ...{ principal: director, commandId: uuidV5(code, said, reason), correlationId: uuidV5('correlation') },
      },
    );
  };

  it('is refused while a sheet contradicts itself, naming sheet and row, in the field of work the row counts', async () => {
    const world = await opened(denied);
    const refusal = await refusalOf(close(world, 'notary', { explanations: missing }));
    expect(refusal).toMatchObject({
      code: 'period-blocked',
      details: [{ at: 'first经费/accepted', code: 'narrative-contradicts-table' }],
    });
    expect(refusal.details[0]?.message).toContain('500件');
    expect(
      (await close(world, 'funds', { explanations: [{ rule: '*', reason: '已核实', role: 'director' }] })).recorded,
    ).toBe(true);
  });

  it('passes when a person explained it, and the seal says who, when and why', async () => {
    const world = await opened(denied);
    await answer(world, 'narrative-contradicts-table', 'explained', '目标为两年合计');
    const { seal } = await close(world, 'notary', { explanations: missing });
    const finding = (await found(world)).find(({ code }) => code === 'narrative-contradicts-table');
    expect(seal.explained).toEqual([
      missing[0],
      {
        ...{ rule: 'narrative-contradicts-table', reason: '目标为两年合计', role: 'director', by: 'director' },
        ...{ on: '2024-03-01', finding: finding?.id },
      },
    ]);
    expect(finding).toMatchObject({ state: 'explained', answer: { by: 'director', reason: '目标为两年合计' } });
    expect(sealHash(seal)).toBe(seal.hash);
  });

  it('asks again when the numbers moved since', async () => {
    const world = await opened(denied);
    await answer(world, 'narrative-contradicts-table', 'explained');
    await accept(world, 'c', '2022-09-09');
    expect(stopping(await found(world))).toEqual(['narrative-contradicts-table notary']);
  });

  it('is stopped by what counts nothing in the books of the sheets themselves, and by a change of mind', async () => {
    const world = await opened(late);
    expect(stopping(await found(world))).toEqual(['target-set-late performance']);
    await answer(world, 'target-set-late', 'explained');
    expect(stopping(await found(world))).toEqual([]);
    await answer(world, 'target-set-late', 'wrong', '批复早已下达');
    const refusal = await refusalOf(close(world, 'performance'));
    expect(refusal.details).toMatchObject([{ at: 'first经费', code: 'target-set-late' }]);
  });

  it('takes the explanation a self-evaluation gave while its results stand', async () => {
    const explained = [{ rule: 'deviation-reason-missing', reason: '年末顺延', role: 'director' }];
    const rows = [{ ...accepted, target: '4', targetText: '≥4件' }, order];
    const world = await opened({ rows, evaluated: evaluation({ explained }) });
    const lost = async () => (await found(world)).find(({ code }) => code === 'deviation-reason-missing');
    expect(await lost()).toMatchObject({ state: 'explained', answer: { reason: '年末顺延', on: '2023-02-01' } });
    await accept(world, 'c', '2022-09-09');
    expect(await lost()).toMatchObject({ state: 'open', stops: ['notary'] });
  });

  it('leaves other periods alone', async () => {
    const world = await opened(denied);
    const period = { scheme: 'MONTH', from: '2022-03-01', to: '2022-03-31' } as const;
    expect((await close(world, 'notary', { period, explanations: missing })).recorded).toBe(true);
  });

  describe('what a person must read', () => {
    const goal = { sheet: { goal: '进一步规范公证秩序' } };
    const state = async (world: World) => (await found(world)).find(({ code }) => code === 'goal-without-result');

    it('is open until somebody read it and found it in order', async () => {
      const world = await opened(goal);
      expect(await state(world)).toMatchObject({ state: 'to-read', toRead: ['进一步规范公证秩序'], stops: [] });
      await answer(world, 'goal-without-result', 'in-order', '已逐项核对');
      expect(await state(world)).toMatchObject({ state: 'in-order', answer: { by: 'director', reason: '已逐项核对' } });
    });

    it('stops the seal once it was found wrong, until that is explained', async () => {
      const world = await opened(goal);
      await answer(world, 'goal-without-result', 'wrong', '没有完成结果');
      expect(await state(world)).toMatchObject({ state: 'wrong', severity: 'block', stops: ['performance'] });
      expect((await refusalOf(close(world, 'performance'))).details).toMatchObject([{ code: 'goal-without-result' }]);
      await answer(world, 'goal-without-result', 'explained', '结果列于附表');
      expect((await close(world, 'performance')).seal.explained).toMatchObject([
        { rule: 'goal-without-result', reason: '结果列于附表', by: 'director' },
      ]);
    });

    it('is neither explained unread, nor is a contradiction read away', async () => {
      const world = await opened(goal, { name: 'second', ...late });
      const code = 'answer-does-not-fit';
      expect(await refusalOf(answer(world, 'goal-without-result', 'explained'))).toMatchObject({ code });
      expect(await refusalOf(answer(world, 'target-set-late', 'in-order'))).toMatchObject({ code });
    });
  });

  it('takes an answer once, of a finding that stands, from who answers for the bureau', async () => {
    const world = await opened(late);
    const first = await answer(world, 'target-set-late', 'explained');
    const head = await world.feed.head();
    expect(first.recorded).toBe(true);
    await answer(world, 'target-set-late', 'explained');
    expect(await world.feed.head()).toBe(head);
    const ports = { ...sealPorts(world), handler: world.handler };
    const request = {
      ...{ bureau: BUREAU, period: fiscalYear(YEAR), finding: '0'.repeat(64), reason: 'x' },
      answer: 'explained' as const,
      ...{ role: 'director', principal: director, commandId: uuidV5('no'), correlationId: uuidV5('no') },
    };
    expect(await refusalOf(answerFinding(ports, request))).toMatchObject({ code: 'not-found' });
    const principal = { ...director, offices: ['43092201'] };
    expect(await refusalOf(answerFinding(ports, { ...request, principal }))).toMatchObject({ code: 'not-found' });
  });
});
