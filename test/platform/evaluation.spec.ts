import { draftSheet } from '#application/evaluation/draft-sheet.js';
import { type Entries, NOTHING_ENTERED } from '#application/evaluation/entries.js';
import { type EvaluatePorts, evaluateSheet } from '#application/evaluation/evaluate-sheet.js';
import { monitorSheet } from '#application/evaluation/monitoring-draft.js';
import { readSheets } from '#application/evaluation/read-sheets.js';
import { NOTHING_SUPPOSED, supposeSheet } from '#application/evaluation/what-if.js';
import { uuidV5 } from '#kernel/ids.js';
import { type Rejection, Rejected } from '#kernel/reject.js';
import { corrections } from '#lines/corrections/index.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { caseFile, playCase, wholeBureau } from '../support/played-case.js';
import { director, sealPorts } from '../support/sealing-world.js';
import { BUREAU, OFFICES, World } from '../support/world.js';

const proof = { attachmentHash: 'a'.repeat(64), enteredBy: uuidV5('person') };
const ids = (name: string) => ({ commandId: uuidV5('command', name), correlationId: uuidV5('correlation', name) });
const portsOf = (world: World): EvaluatePorts => ({ ...sealPorts(world), store: world.store });

const refusalOf = async (answer: Promise<unknown>): Promise<Rejection> => {
  try {
    await answer;
  } catch (error) {
    if (error instanceof Rejected) return error.rejection;
    throw error;
  }
  throw new Error('was recorded');
};

describe('the project form of 资阳 2022, with its year played', () => {
  let world: World;
  let streamId: string;
  const ask = (entries: Entries = NOTHING_ENTERED) => ({ streamId, principal: director, entries });

  beforeAll(async () => {
    ({ world } = await playCase(await caseFile('ziyang-2022-corrections'), [corrections, funds, performance]));
    const [found] = await readSheets(portsOf(world), wholeBureau, 2022);
    streamId = found?.streamId ?? '';
  }, 60_000);

  it('scores execution 5.16 where 9 was printed, beside the total', async () => {
    const { draft } = await draftSheet(portsOf(world), ask());
    expect(draft).toMatchObject({
      money: { adjusted: '380000', executed: '196200' },
      execution: { rate: '51.63', score: '5.16', inTotal: false },
      frame: { code: 'hunan-ziyang' },
      refusal: null,
    });
  });

  it('has its own spending in the row of its cost', async () => {
    const { draft } = await draftSheet(portsOf(world), ask());
    expect(draft.rows.find(({ indicator }) => indicator === 'BF-03')?.computed).toMatchObject({
      ...{ printed: '19.62万元', indicator: 'BF-03-earmarked' },
      where: { project: 'corrections-project' },
    });
  });

  it('weighs 110 under the national frame, which refuses it', async () => {
    const supposed = { ...NOTHING_SUPPOSED, frame: 'national-2020' };
    const { supposed: national } = await supposeSheet(portsOf(world), { ...ask(), supposed });
    expect(national.total).toBeNull();
    expect(national.refusal?.details).toContainEqual({ at: 'weights', code: 'weights-not-100', message: '110 / 100' });
  });

  it('adds up to the printed 99 with what persons give each group, and is recorded so', async () => {
    const { draft } = await draftSheet(portsOf(world), ask());
    const groups = draft.groups.map(({ level1, level2, weight }) => ({
      ...{ level1, level2, deviationReason: '经费结余' },
      override: { score: level2 === '成本指标' ? '9' : weight, reason: '按印制得分' },
    }));
    const rows = draft.rows.flatMap(({ id, score, computed }) =>
      score?.basis === 'open' && (computed?.value ?? null) === null
        ? [{ row: id, actualText: '已完成', ...proof }]
        : [],
    );
    const explanations = [{ rule: '*', reason: '已核实', role: 'director' }];
    const receipt = await evaluateSheet(portsOf(world), { ...ask({ rows, groups }), ...ids('ziyang'), explanations });
    expect(receipt.recorded).toBe(true);
    const [found] = await readSheets(portsOf(world), wholeBureau, 2022);
    const recorded = found?.sheet.evaluation;
    expect(recorded).toMatchObject({
      ...{ total: '99.00', grade: '优', by: 'director', frameVersion: 1, position: receipt.position - 1 },
      execution: { weight: '10', score: '5.16' },
    });
    expect(recorded?.groups.find(({ level2 }) => level2 === '成本指标')).toEqual({
      ...{ level1: '产出指标', level2: '成本指标', weight: '10', score: '9.00' },
      ...{ overrideReason: '按印制得分', deviationReason: '经费结余' },
    });
    expect(recorded?.rows.find(({ row }) => row === 'quality-1-assessments')).toMatchObject({ actual: '278' });
    expect(recorded?.explained).toContainEqual({ rule: 'offices-not-reported', reason: '已核实', role: 'director' });
    await world.projector.catchUp();
    expect((await draftSheet(portsOf(world), ask())).draft).toMatchObject({ total: '99.00', grade: '优' });
  });
});

describe('the nine tables of targets of 抚宁 2020', () => {
  let world: World;
  beforeAll(async () => {
    ({ world } = await playCase(await caseFile('funing-2020-targets'), [funds, performance]));
  }, 60_000);

  it('are drawn up, each without weights and so without a score', async () => {
    const sheets = await readSheets(portsOf(world), wholeBureau, 2020);
    expect(sheets).toHaveLength(9);
    const drafts = await Promise.all(
      sheets.map(({ streamId }) =>
        draftSheet(portsOf(world), { streamId, principal: director, entries: NOTHING_ENTERED }),
      ),
    );
    expect(drafts.map(({ draft }) => draft.frame.code)).toEqual(Array<string>(9).fill('hebei-funing'));
    for (const { draft } of drafts) expect([draft.total, draft.refusal?.code]).toEqual([null, 'invalid-sheet']);
  });

  it('are to have spent 31.345, 73.735, 136.4925 and 207.09 万元 at the four dates', async () => {
    const department = 'the whole department';
    const rows = [{ row: 'order', level1: '产出指标', level2: '质量指标', level3: '达标', targetText: '达标' }];
    await world.send('performance.SetTargets', department, {
      ...{ setOn: '2020-01-15', fiscalYear: 2020, subject: 'department', subjectCode: BUREAU },
      ...{ subjectName: '司法局', frame: 'hebei-funing', form: 'department', budget: '2070900.00', rows },
    });
    await world.projector.catchUp();
    const request = { streamId: uuidV5('stream', department), principal: director };
    const planned = async (monthEnd: string) =>
      (await monitorSheet(portsOf(world), { ...request, monthEnd })).draft.money?.planned;
    expect(await Promise.all(['2020-03-31', '2020-06-30', '2020-10-31', '2020-12-31'].map(planned))).toEqual([
      '313450.00',
      '737350.00',
      '1364925.00',
      '2070900.00',
    ]);
  });
});

describe('a sheet that moves on while it is evaluated', () => {
  const department = 'department of 2022';
  const request = { streamId: uuidV5('stream', department), principal: director };
  const entries: Entries = {
    rows: [{ row: 'order', band: 'achieved', score: '90', ...proof }],
    groups: [],
    execution: { override: { score: '10', reason: '全额执行' } },
  };
  const explanations = [{ rule: '*', reason: '已核实', role: 'director' }];
  const world = new World([funds, performance]);
  const order = (weight: string) => ({
    ...{ row: 'order', level1: '产出指标', level2: '质量指标', level3: '秩序', targetText: '提升', weight },
  });
  const events = () => world.feed.head();

  beforeAll(() =>
    world.send('performance.SetTargets', department, {
      ...{ setOn: '2022-01-15', fiscalYear: 2022, subject: 'department', subjectCode: BUREAU, subjectName: '司法局' },
      ...{ frame: 'sichuan-daying', form: 'department', budget: '1.00', rows: [order('90')] },
    }),
  );

  it('is not evaluated by what it was', async () => {
    const ports = portsOf(world);
    const position = async (): Promise<number> => {
      const head = await ports.position();
      await world.send('performance.ReviseTargets', department, {
        ...{ revisedOn: '2022-06-01', reason: '年中调整', rows: [{ ...order('90'), level3: '秩序良好' }] },
      });
      return head;
    };
    const asked = { ...request, ...ids('moved'), entries, explanations };
    expect(await refusalOf(evaluateSheet({ ...ports, position }, asked))).toMatchObject({ code: 'stale-version' });
    const before = await events();
    expect(await evaluateSheet(ports, asked)).toMatchObject({ recorded: true, position: before + 1 });
    expect(await evaluateSheet(ports, asked)).toMatchObject({ recorded: true, position: before + 1 });
    expect(await events()).toBe(before + 1);
  });

  it('takes no grade above its weight, and none of another frame’s bands', async () => {
    const refused = async (name: string, grade: object) => {
      const asked = { ...request, ...ids(name), entries: { ...entries, rows: [{ row: 'order', ...grade, ...proof }] } };
      return (await refusalOf(evaluateSheet(portsOf(world), { ...asked, explanations }))).details.map(
        ({ at, code }) => `${at} ${code}`,
      );
    };
    expect(await refused('above', { band: 'achieved', score: '100' })).toEqual([
      'rows.order.qualitative score-outside-band',
    ]);
    expect(await refused('below', { band: 'achieved', score: '71.99' })).toEqual([
      'rows.order.qualitative score-outside-band',
    ]);
    expect(await refused('unknown', { band: 'met', score: '90' })).toEqual(['rows.order.qualitative unknown-band']);
  });

  it('is not shown to whoever answers for an office of the bureau only', async () => {
    const principal = { ...director, offices: [OFFICES[0]] };
    const asked = { ...request, principal, entries: NOTHING_ENTERED };
    expect(await refusalOf(draftSheet(portsOf(world), asked))).toMatchObject({ code: 'not-found' });
  });
});
