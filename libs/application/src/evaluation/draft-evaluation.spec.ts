import { type Rejection, Rejected } from '#kernel/reject.js';
import { hunanZiyang } from '../scoring/frames/hunan-ziyang.frame.js';
import { national2020 } from '../scoring/frames/national-2020.frame.js';
import { levels } from '../scoring/terms.js';
import type { Actuals, RowActual } from './actuals.js';
import { draftEvaluation } from './draft-evaluation.js';
import { type Entries, NOTHING_ENTERED } from './entries.js';
import { evaluationOf } from './evaluation-of-draft.js';
import type { PerformanceRow, PerformanceSheet } from './performance-sheet.js';

const HASH = 'a'.repeat(64);
const PERSON = '0190a6f0-0000-7000-8000-000000000003';
const proof = { attachmentHash: HASH, enteredBy: PERSON };

const row = (id: string, weight: string, more: Partial<PerformanceRow> = {}): PerformanceRow => ({
  ...{ id, weight, level1: levels.output.zh, level2: levels.quantity.zh, level3: id },
  target: { text: '≥50件', operator: '≥', number: '50', unit: '件' },
  ...more,
});
const served = row('served', '10', { level1: levels.satisfaction.zh, level2: levels.served.zh });
const order = row('order', '30', {
  ...{ level1: levels.benefit.zh, level2: levels.social.zh },
  target: { text: '提升' },
});
const sheet = (more: Partial<PerformanceSheet> = {}): PerformanceSheet => ({
  ...{ fiscalYear: 2023, subject: 'project', subjectCode: 'p', subjectName: '项目', frame: 'national-2020' },
  ...{ form: 'project', budget: '380000.00', targetSetOn: '2023-01-12', status: 'set', monitorings: [] },
  narrative: [],
  rows: [row('cases', '50', { indicator: 'X-01' }), order, served],
  ...more,
});
const actual = (value: string | null, more: Partial<RowActual> = {}): RowActual => ({
  ...{ row: 'cases', indicator: 'X-01', unit: '件', value, printed: value === null ? '—' : `${value}件` },
  ...{ missing: 0, grows: true },
  ...more,
});
const actuals = (found: RowActual | undefined = actual('40'), more: Partial<Actuals> = {}): Actuals => ({
  period: { scheme: 'FISCAL_YEAR', from: '2023-01-01', to: '2023-12-31' },
  rows: [found],
  money: { initial: '380000', adjusted: '380000', executed: '196200' },
  ...more,
});
const entries = (...rows: Entries['rows']): Entries => ({ rows, groups: [] });
const whole = entries(
  { row: 'cases', deviationReason: '案源减少' },
  { row: 'order', band: 'achieved', score: '27', deviationReason: '个别地段', ...proof },
  { row: 'served', actual: '52', ...proof },
);
const signed = { by: '王科长', on: '2024-02-28', today: '2024-03-01' };
const drawn = (given: Entries = NOTHING_ENTERED, of = sheet(), found = actuals(), frame = national2020) =>
  draftEvaluation(frame, of, found, given, signed);
const refused = (given: Entries, of?: PerformanceSheet, found?: Actuals): Rejection => {
  try {
    drawn(given, of, found);
  } catch (error) {
    if (error instanceof Rejected) return error.rejection;
  }
  throw new Error('was drawn up');
};
const scoreOf = ({ draft }: ReturnType<typeof drawn>, id: string) => draft.rows.find((item) => item.id === id)?.score;
const codes = ({ draft }: ReturnType<typeof drawn>) => draft.findings.map(({ code, rows }) => `${code} ${rows.join()}`);

describe('a draft', () => {
  it('scores what is computed and leaves the rest to a person', () => {
    const found = drawn();
    expect(scoreOf(found, 'cases')).toMatchObject({ score: '40.00', basis: 'computed' });
    expect(scoreOf(found, 'order')).toMatchObject({ score: null, basis: 'open' });
    expect(found.draft).toMatchObject({ total: null, execution: { score: '5.16', rate: '51.63' }, refusal: null });
    expect(codes(found)).toEqual(expect.arrayContaining(['needs-a-person order', 'needs-a-person served']));
  });

  it('adds up with what persons entered: 5.16 + 40 + 27 + 10', () =>
    expect(drawn(whole).draft).toMatchObject({ total: '82.16', grade: '良' }));

  it('takes the parts of a rate before its printed number', () => {
    const target = { operator: '≥', number: '100', unit: '%' } as const;
    const rate = sheet({ rows: [row('cases', '50', { indicator: 'X-01', target }), order, served] });
    const third = { unit: '%', printed: '33.33%', numerator: '1', denominator: '3' };
    const found = drawn(whole, rate, actuals(actual('33.333333333333333333', third)));
    expect(found.scoring.rows[0]?.actual).toEqual({
      ...{ text: '33.33%', number: '33.333333' },
      parts: { numerator: '1', denominator: '3' },
    });
    expect(scoreOf(found, 'cases')?.score).toBe('16.67');
  });

  it('takes a rate in per cent as it is printed where the target names no unit', () => {
    const unitless = sheet({
      rows: [row('cases', '50', { indicator: 'X-01', target: { operator: '≥', number: '90' } }), order, served],
    });
    const half = { unit: '%', printed: '45.00%', numerator: '9', denominator: '20' };
    const found = drawn(whole, unitless, actuals(actual('45', half)));
    expect(scoreOf(found, 'cases')).toMatchObject({ score: '25.00', basis: 'computed' });
    expect(codes(found)).not.toContain('ratio-misprinted cases');
  });

  it('has no score for a figure nobody reported, and none is 0', () => {
    const silent = actual(null, { printed: '未报', missing: 24 });
    const found = drawn(NOTHING_ENTERED, sheet(), actuals(silent));
    expect(scoreOf(found, 'cases')).toMatchObject({ score: null, basis: 'open' });
    expect(codes(found)).toEqual(expect.arrayContaining(['offices-not-reported cases', 'needs-a-person cases']));
    const byHand = drawn(entries({ row: 'cases', actual: '45', ...proof }), sheet(), actuals(silent));
    expect(scoreOf(byHand, 'cases')?.score).toBe('45.00');
  });

  it('has no execution without a budget', () => {
    const { money: _none, ...rest } = actuals();
    const found = drawn(whole, sheet(), rest);
    expect(found.draft).toMatchObject({ money: null, total: null, execution: { score: null } });
    expect(codes(found)).toContain('budget-missing ');
  });

  it('leaves out a row that does not apply and rescales the rest', () => {
    const rest = whole.rows.filter(({ row: id }) => id !== 'served');
    const found = drawn(entries(...rest, { row: 'served', notApplicable: true }));
    // (5.16 + 40 + 27) × 100 ÷ 90
    expect(found.draft.total).toBe('80.18');
  });
});

describe('entries', () => {
  const typed = { row: 'cases', actual: '60', ...proof };
  it.each([
    ['a result typed for a computed row', entries(typed), ['rows.cases actual-is-computed']],
    ['a result without its proof', entries({ row: 'served', actual: '96' }), ['rows.served proof-missing']],
    [
      'a result nobody entered',
      entries({ row: 'served', actualText: '好', attachmentHash: HASH }),
      ['rows.served proof-missing'],
    ],
    ['a row that is not there', entries({ row: 'nowhere' }), ['rows.nowhere unknown-row']],
    ['a row twice', entries({ row: 'order' }, { row: 'order' }), ['rows.order named-twice']],
    [
      'a group that is not there',
      { rows: [], groups: [{ level1: '产出指标', level2: '成本指标' }] },
      ['groups.产出指标.成本指标 unknown-row'],
    ],
  ])('are refused for %s', (_what, given, faults) =>
    expect(refused(given).details.map(({ at, code }) => `${at} ${code}`)).toEqual(faults),
  );

  it('of another shape are refused field by field', () =>
    expect(refused({ rows: [{ row: 'cases', weight: 'many', colour: 'red' }] } as never)).toMatchObject({
      code: 'invalid-data',
      details: [
        { at: 'entries.rows[0].colour', code: 'unknown-field' },
        { at: 'entries.rows[0].weight', code: 'not-a-decimal' },
        { at: 'entries.groups', code: 'missing' },
      ],
    }));

  it('against the rules without a reason refuse the whole draft, with one they show beside what the rules give', () => {
    const over = (reason?: string) =>
      drawn(entries({ row: 'cases', override: { score: '45', ...(reason !== undefined && { reason }) } }));
    expect(over().draft).toMatchObject({
      total: null,
      refusal: { code: 'invalid-sheet', details: [{ at: 'rows.cases', code: 'override-without-reason' }] },
    });
    expect(scoreOf(over('多做了前期'), 'cases')).toMatchObject({
      ...{ score: '45.00', computed: '40.00', basis: 'override' },
      override: { by: '王科长', reason: '多做了前期' },
    });
  });
});

describe('what is recorded of a draft', () => {
  const recorded = (given = whole, of = sheet(), frame = national2020, found = actuals()) => {
    const { draft, entered, scoring } = drawn(given, of, found, frame);
    return evaluationOf({ draft, entered, scoring, frame, actuals: found, found: {} as never }, '2024-02-28');
  };

  it('is what was computed, with what persons entered', () =>
    expect(recorded()).toEqual({
      evaluatedOn: '2024-02-28',
      rows: [
        { row: 'cases', actual: '40', actualText: '40件', weight: '50', score: '40.00', deviationReason: '案源减少' },
        { row: 'order', weight: '30', score: '27.00', band: 'achieved', deviationReason: '个别地段', ...proof },
        { row: 'served', actual: '52', weight: '10', score: '10.00', ...proof },
      ],
      groups: [],
      execution: { weight: '10', score: '5.16' },
      total: '82.16',
      grade: '良',
      frameVersion: 1,
    }));

  it('gives the same draft again, and what is entered now takes the place of what was', () => {
    const then = { ...recorded(), by: '王科长' };
    const later = sheet({ status: 'evaluated', evaluation: then });
    expect(drawn(NOTHING_ENTERED, later).draft.total).toBe('82.16');
    expect(scoreOf(drawn(NOTHING_ENTERED, later, actuals(actual('50'))), 'cases')?.score).toBe('50.00');
    const again = drawn(entries({ row: 'served', actual: '25', deviationReason: '停电', ...proof }), later);
    expect([again.draft.total, scoreOf(again, 'order')?.score]).toEqual(['77.16', '27.00']);
  });

  it('stands at the level the frame scores: 湖南 merges the rows of a 二级 heading', () => {
    const ziyang = sheet({
      frame: 'hunan-ziyang',
      rows: [row('cases', '30', { indicator: 'X-01' }), row('more', '20'), { ...order, weight: '40' }, served],
    });
    const given: Entries = {
      rows: [...whole.rows.slice(2), { row: 'more', actual: '25', ...proof }],
      groups: [
        {
          ...{ level1: levels.output.zh, level2: levels.quantity.zh, deviationReason: '案源减少' },
          override: { score: '36', reason: '补办两件' },
        },
        {
          ...{ level1: levels.benefit.zh, level2: levels.social.zh },
          override: { score: '40', reason: '群众反映良好' },
        },
      ],
    };
    const found = recorded(given, ziyang, hunanZiyang);
    expect(found.rows.map(({ score }) => score)).toEqual([undefined, undefined, undefined, undefined]);
    expect(found.groups.map(({ weight, score, overrideReason }) => [weight, score, overrideReason])).toEqual([
      ['50', '36.00', '补办两件'],
      ['40', '40.00', '群众反映良好'],
      ['10', '10.00', undefined],
    ]);
    // Execution is shown beside the total.
    expect([found.total, found.execution?.score]).toEqual(['86.00', '5.16']);
    const standing = sheet({ ...ziyang, evaluation: { ...found, by: '王科长' } });
    expect(drawn(NOTHING_ENTERED, standing, actuals(), hunanZiyang).draft.total).toBe('86.00');
  });
});
