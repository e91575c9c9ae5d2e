import fc from 'fast-check';
import { found, refusals, row, scored, scoreOf, sheet } from '../../../../test/support/scoring-sheets.js';
import { exact } from '#kernel/money.js';
import type { ScoringFrame } from './frame.js';
import { hunanZiyang } from './frames/hunan-ziyang.frame.js';
import { national2020 } from './frames/national-2020.frame.js';
import { sichuanDaying } from './frames/sichuan-daying.frame.js';
import { gradeOf, scoreSheet } from './score-sheet.js';
import type { ScoringSheet, SheetRow } from './sheet.js';
import { roundPoints } from './sheet-sections.js';
import { levels } from './terms.js';

const refused = (of: ScoringSheet, frame = national2020): readonly string[] => refusals(scoreSheet(frame, of));
const output = (...rows: readonly SheetRow[]): ScoringSheet => sheet(rows);
const measured = (target: string, actual: string, more: Partial<SheetRow> = {}): SheetRow =>
  row('a', '50', { target: { operator: '≥', number: target, unit: '件' }, actual: { number: actual }, ...more });
const words: Partial<SheetRow> = { target: { text: '提升' }, actual: { text: '提升' } };
const graded = (band: string, score: string): Partial<SheetRow> => ({
  ...words,
  qualitative: { band, score, by: 'section-head', on: '2023-01-05' },
});

describe('a sheet without losses', () => {
  it('adds execution to the indicators', () => {
    const { execution, sum, total, outOf, grade, findings } = scored(sheet());
    expect(execution).toMatchObject({ rate: '100.00', weight: '10', score: '10.00', basis: 'computed', inTotal: true });
    expect({ sum, total, outOf, grade, findings }).toEqual({
      ...{ sum: '100.00', total: '100.00', outOf: '100', grade: '优', findings: [] },
    });
  });
  it('is left as it was, and scores the same again', () => {
    const before = sheet([measured('500', '425')]);
    const copy = structuredClone(before);
    expect(scored(before)).toEqual(scored(copy));
    expect(before).toEqual(copy);
  });
});

describe('the execution row', () => {
  const spending = (executed: string, adjusted = '38', more: Partial<ScoringSheet> = {}) =>
    sheet(undefined, { budget: { initial: '30', adjusted, executed }, ...more });
  const nine = (reason?: string): Partial<ScoringSheet> => ({
    execution: { override: { score: '9', by: 'finance', ...(reason === undefined ? {} : { reason }) } },
  });

  it('scores what was spent of the adjusted budget: 19.62 of 38 is 5.16 of 10', () =>
    expect(scored(spending('19.62'))).toMatchObject({
      execution: { rate: '51.63', score: '5.16' },
      total: '95.16',
    }));
  it('refuses 9 without a reason', () =>
    expect(refused(spending('19.62', '38', nine()))).toEqual(['execution override-without-reason']));
  it('takes 9 with a reason, and prints it as an override', () => {
    const result = scored(spending('19.62', '38', nine('已签合同，次年支付')));
    expect(result.execution).toMatchObject({
      ...{ score: '9.00', computed: '5.16', basis: 'override' },
      override: { reason: '已签合同，次年支付', by: 'finance' },
    });
    expect(result.total).toBe('99.00');
    expect(result.findings).toEqual([
      expect.objectContaining({
        code: 'score-overridden',
        numbers: { computed: '5.16', entered: '9.00' },
        message: '得分由人工填写，与规则计算不同（预算执行率 5.16 / 9.00）',
      }),
    ]);
  });
  it.each([
    ['11', 'score-outside-weight'],
    ['-1', 'score-outside-weight'],
    ['9.005', 'too-many-decimals'],
  ])('refuses %s of 10: %s', (score, code) => {
    const execution = { override: { score, by: 'finance', reason: '…' } };
    expect(refused(sheet(undefined, { execution }))[0]).toContain(`execution ${code}`);
  });
  it('is capped: 10.12 spent of 6 earns 10', () => {
    expect(scored(spending('10.12', '6')).execution).toMatchObject({ rate: '168.67', score: '10.00' });
    const uncapped: ScoringFrame = { ...national2020, execution: { ...national2020.execution, capped: false } };
    expect(scored(spending('10.12', '6'), uncapped).execution.score).toBe('16.87');
  });
  it('counts money paid back as nothing spent', () => expect(scored(spending('-1')).execution.score).toBe('0.00'));
  it.each([
    ['no budget at all', undefined],
    ['a budget of 0', { adjusted: '0', executed: '0' }],
    ['nothing said of spending', { adjusted: '38' }],
  ])('waits for a person with %s', (_what, budget) => {
    const result = scored(sheet(undefined, { budget }));
    expect(result.execution).toMatchObject({ rate: null, score: null, basis: 'open' });
    expect(result).toMatchObject({ sum: null, total: null, grade: null });
    expect(found(result)).toEqual(['budget-missing']);
  });
  it('needs a reason below 90 % where the frame says so', () => {
    expect(found(scored(spending('34.19'), sichuanDaying))).toEqual(['execution-reason-missing']);
    expect(found(scored(spending('34.2'), sichuanDaying))).toEqual([]);
    expect(found(scored(spending('10', '38', { execution: { deviationReason: '项目延期' } }), sichuanDaying))).toEqual(
      [],
    );
  });
});

describe('a measured row', () => {
  it('missed earns its proportion, and needs a reason', () => {
    const result = scored(output(measured('500', '425')));
    expect(scoreOf(result, 'a')).toBe('42.50');
    expect(result.total).toBe('92.50');
    expect(found(result)).toEqual(['deviation-reason-missing a']);
    expect(result.findings[0]).toMatchObject({ severity: 'block', numbers: { score: '42.50', weight: '50' } });
    expect(found(scored(output(measured('500', '425', { deviationReason: '受理减少' }))))).toEqual([]);
  });
  it('far over its target needs a reason from 130 %, and loses nothing', () => {
    expect(found(scored(output(measured('100', '129.99'))))).toEqual([]);
    const result = scored(output(measured('100', '130')));
    expect([scoreOf(result, 'a'), ...found(result)]).toEqual(['50.00', 'far-over-target a']);
    expect(found(scored(output(measured('100', '130', { deviationReason: '新增任务' }))))).toEqual([]);
    expect(found(scored(output(measured('0', '30'))))).toEqual(['far-over-target a']);
    expect(found(scored(output(measured('0', '29'))))).toEqual([]);
  });
  it('under a bound from above, or over it, is no over-achievement', () => {
    const bound = { operator: '≤', number: '1', unit: '%' } as const;
    expect(found(scored(output(measured('', '0', { target: bound }))))).toEqual([]);
    expect(found(scored(output(measured('', '2', { target: bound }))))).toEqual(['deviation-reason-missing a']);
  });
  it('far over is only pointed out where the frame says note', () => {
    const note: ScoringFrame = { ...national2020, overAchievement: { from: '125', effect: 'note' } };
    const result = scored(output(measured('100', '125', { deviationReason: '新增任务' })), note);
    expect(result.findings).toEqual([expect.objectContaining({ code: 'far-over-target', severity: 'warn' })]);
  });
  it('typed as an inequality is no result', () => {
    const result = scored(output(measured('1600', '1631', { actual: { text: '≥1631件', number: '1631' } })));
    expect(scoreOf(result, 'a')).toBeNull();
    expect(found(result)).toEqual(['actual-is-inequality a', 'needs-a-person a']);
    expect(result.total).toBeNull();
  });
  it('with a word for a number waits for a person', () =>
    expect(found(scored(output(measured('98', '', { actual: { text: '达标' } }))))).toEqual([
      'actual-is-word a',
      'needs-a-person a',
    ]));
  it('without a result waits for a person, or scores 0 where the frame says so', () => {
    const empty = output(measured('98', '', { actual: {} }));
    expect(found(scored(empty))).toEqual(['actual-missing a', 'needs-a-person a']);
    const strict: ScoringFrame = { ...national2020, noData: 'zero' };
    expect(scoreOf(scored(empty, strict), 'a')).toBe('0.00');
    expect(found(scored(empty, strict))).toEqual(['actual-missing a', 'deviation-reason-missing a']);
  });
  it('below 0 counts as 0', () => {
    const result = scored(output(measured('50', '-3')));
    expect([scoreOf(result, 'a'), ...found(result)]).toEqual([
      '0.00',
      'negative-actual a',
      'deviation-reason-missing a',
    ]);
  });
  it('without operator is scored once its direction is said', () => {
    const bare = { number: '38', text: '38万元', unit: '万元' };
    const result = (direction?: SheetRow['direction']) =>
      scored(output(measured('38', '19', { target: bare, ...(direction === undefined ? {} : { direction }) })));
    expect(found(result())).toEqual(['target-without-operator a', 'needs-a-person a']);
    expect(scoreOf(result('inverse'), 'a')).toBe('50.00');
    expect(scoreOf(result('positive'), 'a')).toBe('25.00');
    expect(found(result('inverse'))).toEqual(['target-without-operator a']);
  });
  it('without a unit, or with another than its target, is found', () => {
    expect(found(scored(output(measured('50', '60', { target: { operator: '≥', number: '50' } }))))).toEqual([
      'target-without-unit a',
    ]);
    expect(found(scored(output(measured('50', '60', { actual: { text: '60人', number: '60' } }))))).toEqual([
      'unit-differs a',
    ]);
  });
  it('whose direction contradicts its operator is refused', () =>
    expect(refused(output(measured('50', '60', { direction: 'inverse' })))).toEqual(['rows.a.direction disagrees']));
  it('is scored from the parts of its rate, not from what is printed', () => {
    const target = { operator: '≥', number: '98.8', unit: '%' } as const;
    const rate = (number: string, parts?: SheetRow['actual']['parts']) =>
      scored(output(measured('', '', { target, actual: { number, ...(parts && { parts }) } })));
    const parts = { numerator: '1610', denominator: '1631' };
    // 50 × 98.71 ÷ 98.8 is 49.954, 50 × 98.7124… ÷ 98.8 is 49.956.
    expect(scoreOf(rate('98.71'), 'a')).toBe('49.95');
    expect(scoreOf(rate('98.71', parts), 'a')).toBe('49.96');
    expect(found(rate('98.71', parts))).toEqual(['deviation-reason-missing a']);
    expect(found(rate('98.72', parts))).toEqual(['ratio-misprinted a', 'deviation-reason-missing a']);
    expect(scoreOf(rate('98.71', { numerator: '1', denominator: '0' }), 'a')).toBe('49.95');
  });
});

describe('a qualitative row', () => {
  it.each([
    ['achieved', '50', '50.00'],
    ['achieved', '40', '40.00'],
    ['partly', '39.99', '39.99'],
    ['partly', '30', '30.00'],
    ['missed', '29.99', '29.99'],
    ['missed', '0', '0.00'],
  ])('%s takes %s of 50', (band, score, expected) =>
    expect(scoreOf(scored(output(row('a', '50', graded(band, score)))), 'a')).toBe(expected),
  );
  it.each([
    ['achieved', '39.99', '[40, 50]'],
    ['achieved', '50.01', '[40, 50]'],
    ['partly', '40', '[30, 40)'],
    ['missed', '30', '[0, 30)'],
    ['missed', '-1', '[0, 30)'],
  ])('%s does not take %s', (band, score, bounds) =>
    expect(refused(output(row('a', '50', graded(band, score))))[0]).toBe(
      `rows.a.qualitative score-outside-band ${score}: ${bounds}`,
    ),
  );
  it('has bounds of two decimals', () => {
    const third = (score: string) => output(row('a', '33.33', graded('achieved', score)), row('b', '16.67'));
    expect(scoreOf(scored(third('26.66')), 'a')).toBe('26.66');
    expect(refused(third('26.65'))).toEqual(['rows.a.qualitative score-outside-band 26.65: [26.66, 33.33]']);
  });
  it('waits until a person grades it', () =>
    expect(found(scored(output(row('a', '50', words))))).toEqual(['needs-a-person a']));
  it('is refused without who and when, in an unknown band, and where numbers decide', () => {
    const { by: _by, on: _on, ...anonymous } = graded('achieved', '50').qualitative!;
    const unsigned = { ...words, qualitative: anonymous } as Partial<SheetRow>;
    expect(refused(output(row('a', '50', unsigned)))).toEqual([
      'data.rows[0].qualitative.by missing',
      'data.rows[0].qualitative.on missing',
    ]);
    expect(refused(output(row('a', '50', graded('splendid', '50'))))).toEqual([
      'rows.a.qualitative unknown-band splendid',
    ]);
    const numbers = { ...graded('achieved', '50'), ...row('a', '50', {}) };
    const { qualitative } = graded('achieved', '50');
    expect(refused(output({ ...numbers, qualitative }))).toEqual(['rows.a.qualitative grade-on-measured-row']);
  });
});

describe('a score typed over', () => {
  const over = (score: string, reason?: string) =>
    output(measured('500', '425', { override: { score, by: 'clerk', ...(reason === undefined ? {} : { reason }) } }));

  it('needs a reason', () => expect(refused(over('48'))).toEqual(['rows.a override-without-reason']));
  it('stays within its weight', () =>
    expect(refused(over('50.01', '…'))).toEqual(['rows.a score-outside-weight 50.01 / 50']));
  it('counts, and shows what the rules gave', () => {
    const result = scored(over('48', '台账补录 12 件'));
    expect(result.groups[0]?.rows[0]).toMatchObject({ score: '48.00', computed: '42.50', basis: 'override' });
    expect(found(result)).toEqual(['score-overridden a', 'deviation-reason-missing a']);
  });
});

describe('weights', () => {
  it('must sum to the total', () =>
    expect(refused(output(row('a', '60')))).toEqual(['weights weights-not-100 110 / 100']));
  it('of a level bind, or are pointed out where they hold in principle', () => {
    const moved = sheet([row('a', '40')], {});
    const shifted = {
      ...moved,
      rows: moved.rows.map((item) => (item.id === 'benefit' ? { ...item, weight: '40' } : item)),
    };
    expect(scored(shifted).findings.map(({ code, message }) => [code, message])).toEqual([
      ['level-weight-differs', '一级指标分值与原则规定不同（产出指标 40 / 50）'],
      ['level-weight-differs', '一级指标分值与原则规定不同（效益指标 40 / 30）'],
    ]);
    expect(refused(shifted, { ...national2020, levelWeights: 'binding' })).toEqual([
      'levels.产出指标 level-weights-differ 40 / 50',
      'levels.效益指标 level-weights-differ 40 / 30',
    ]);
  });
  it('stand where the frame scores', () => {
    const grouped = sheet([row('a', '50')], {
      groups: [{ level1: levels.output.zh, level2: levels.quantity.zh, weight: '50' }],
    });
    expect(refused(grouped)).toEqual(['groups.产出指标.数量指标 weights-at-wrong-level']);
    expect(refused(sheet(), hunanZiyang)).toContain('groups.产出指标.数量指标 weights-at-wrong-level');
  });
  it('are there, and not 0', () => {
    const { weight: _weight, ...bare } = row('b', '50');
    expect(refused(output(row('a', '50'), bare))).toEqual(['rows.b weight-missing']);
    expect(refused(output(row('a', '50'), row('b', '0')))).toEqual(['rows.b weight-zero']);
  });
  it('of one indicator may be all 90, or four of 22.5, in 四川', () => {
    const all = sheet([row('a', '90')]);
    expect(scored({ ...all, rows: all.rows.slice(0, 1) }, sichuanDaying).total).toBe('100.00');
    const four = ['a', 'b', 'c', 'd'].map((id) => row(id, '22.5', { level2: levels.economicCost.zh }));
    expect(scored({ ...all, rows: four }, sichuanDaying).total).toBe('100.00');
    expect(refused({ ...all, rows: four })).toContain('groups.产出指标.经济成本指标 unknown-level');
  });
  it('belong to rows named once', () =>
    expect(refused(output(row('a', '25'), row('a', '25')))).toEqual(['rows.a named-twice']));
});

describe('an indicator that does not apply', () => {
  const dropped = (...rows: readonly SheetRow[]): ScoringSheet =>
    output(...rows, row('gone', '20', { notApplicable: true }));

  it('is left out, and the rest is rescaled to the total', () => {
    const result = scored(dropped(measured('100', '50', { weight: '30' })));
    // 10 + 15 + 30 + 10 of 80.
    expect(result).toMatchObject({ sum: '65.00', total: '81.25', rescaledFrom: '80', grade: '良' });
    expect(result.groups[0]?.rows[1]).toMatchObject({ id: 'gone', score: null, basis: 'not-applicable' });
  });
  it('is refused where the frame has no such rule', () =>
    expect(refused(dropped(row('a', '30')), sichuanDaying)).toEqual(['rows.gone not-applicable-not-allowed']));
  it('cannot be all of them', () => {
    const all = sheet();
    expect(refused({ ...all, rows: all.rows.map((item) => ({ ...item, notApplicable: true })) })).toEqual([
      'rows nothing-to-score',
    ]);
  });
});

describe('rounding', () => {
  it.each([
    ['half-up', '12.35'],
    ['half-even', '12.34'],
    ['down', '12.34'],
  ] as const)('%s takes 12.345 to %s', (rounding, expected) => {
    const frame: ScoringFrame = { ...national2020, rounding };
    // 50 × 24.69 ÷ 100
    expect(scoreOf(scored(output(measured('100', '24.69', { deviationReason: '…' })), frame), 'a')).toBe(expected);
    expect(roundPoints(frame, exact('12.345')).toFixed()).toBe(expected);
  });
});

it.each([
  ['100', '优'],
  ['90', '优'],
  ['89.99', '良'],
  ['80', '良'],
  ['79.99', '中'],
  ['60', '中'],
  ['59.99', '差'],
  ['0', '差'],
])('%s is %s', (total, grade) => expect(gradeOf(national2020, exact(total))).toBe(grade));

it('refuses what is no sheet, every problem at once', () =>
  expect(refusals(scoreSheet(national2020, { rows: [{ id: 'a' }], total: 100 } as never))).toEqual(
    expect.arrayContaining(['data.total unknown-field', 'data.groups missing', 'data.rows[0].target missing']),
  ));

describe('a group that alone is scored', () => {
  const target = { operator: '≥', number: '3', unit: '件' } as const;
  const third: Partial<SheetRow> = { target, actual: { number: '1' } };
  /** 湖南: 50 + 40 + 10, weights on the groups; the rows given stand for output. */
  const grouped = (rows: readonly SheetRow[], output: Partial<ScoringSheet['groups'][number]> = {}): ScoringSheet => {
    const base = sheet([]);
    return {
      ...base,
      groups: [
        { level1: levels.output.zh, level2: levels.quantity.zh, weight: '50', ...output },
        { level1: levels.benefit.zh, level2: levels.social.zh, weight: '40' },
        { level1: levels.satisfaction.zh, level2: levels.served.zh, weight: '10' },
      ],
      rows: [...rows, ...base.rows.map(({ weight: _weight, ...item }) => item)],
    };
  };
  const bare = (id: string, more: Partial<SheetRow> = {}): SheetRow => {
    const { weight: _weight, ...item } = row(id, '0');
    return { ...item, ...more };
  };
  const byScore = (of: ScoringSheet, frame = hunanZiyang) => scored(of, frame).groups[0];
  const leavingOut: ScoringFrame = { ...hunanZiyang, notApplicable: 'rescale' };

  it('is rounded once: a third of each third, not three times 5.56', () => {
    const result = scored(grouped([bare('a', third), bare('b', third), bare('c', third)]), hunanZiyang);
    expect(result.groups[0]).toMatchObject({ score: '16.67', rows: [{ weight: '16.67', score: '5.56' }, {}, {}] });
    expect(result.total).toBe('66.67');
    expect(found(result)).toEqual(['deviation-reason-missing a,b,c']);
  });
  it('is whole when each seventh was typed in full, though seven times 7.14 is 49.98', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => bare(id, graded('achieved', '7.14')));
    expect(scored(grouped(rows), hunanZiyang)).toMatchObject({ total: '100.00', findings: [] });
  });
  it('shares its weight as the sheet says, if it says all of it', () => {
    const rows = (a: string, b?: string) => [
      bare('a', { ...third, weight: a }),
      bare('b', b === undefined ? {} : { weight: b }),
    ];
    expect(byScore(grouped(rows('30', '20')))?.score).toBe('30.00');
    const at = 'groups.产出指标.数量指标 row-weights-do-not-sum';
    expect(refused(grouped(rows('30', '30')), hunanZiyang)).toEqual([`${at} 60 / 50`]);
    expect(refused(grouped(rows('50')), hunanZiyang)).toEqual([at]);
    const entered: ScoringFrame = { ...hunanZiyang, groupSplit: 'entered' };
    expect(refused(grouped([bare('a')]), entered)).toContain('groups.产出指标.数量指标 weight-missing');
  });
  it('leaves the share of a row that does not apply to the others, and is left out with the last of them', () => {
    const gone = (id: string) => bare(id, { notApplicable: true });
    expect(byScore(grouped([bare('a', third), gone('b')]), leavingOut)?.score).toBe('16.67');
    // 40 + 10 of 50.
    expect(scored(grouped([gone('a'), gone('b')]), leavingOut)).toMatchObject({
      ...{ sum: '50.00', rescaledFrom: '50', total: '100.00' },
    });
  });
  it('waits for a person while one of its rows does, unless a person gave its score', () => {
    expect(found(scored(grouped([bare('a'), bare('b', words)]), hunanZiyang))).toEqual(['needs-a-person b']);
    const given = grouped([bare('a'), bare('b', words)], { override: { score: '50', by: 'clerk', reason: '见附件' } });
    expect(scored(given, hunanZiyang)).toMatchObject({ total: '100.00' });
    expect(found(scored(given, hunanZiyang))).toEqual(['score-entered a,b']);
  });
  it('without rows waits for a person', () =>
    expect(found(scored(grouped([]), hunanZiyang))).toEqual(['needs-a-person']));

  it('scores within its weight whatever its rows say, and the total is the sum of the groups', () => {
    const amount = fc.integer({ min: 0, max: 1_000 }).map(String);
    const rows = fc.array(fc.tuple(amount, amount, fc.constantFrom('≥', '≤')), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(rows, (read) => {
        const sheetOf = grouped(
          read.map(([number, actual, operator], index) =>
            bare(`r${index}`, { target: { operator, number, unit: '件' }, actual: { number: actual } }),
          ),
        );
        const { groups, total } = scored(sheetOf, hunanZiyang);
        for (const { score, weight, rows: own } of groups)
          for (const part of [{ score, weight }, ...own]) {
            expect(Number(part.score)).toBeGreaterThanOrEqual(0);
            expect(Number(part.score)).toBeLessThanOrEqual(Number(part.weight));
          }
        expect(total).toBe(groups.reduce((sum, { score }) => sum.plus(score ?? NaN), exact(0)).toFixed(2));
      }),
    );
  });
});

describe('any sheet', () => {
  const amount = fc.integer({ min: -2_000, max: 100_000 }).map((cents) => exact(cents).dividedBy(100).toFixed());
  const target = fc.integer({ min: 0, max: 100_000 }).map((cents) => exact(cents).dividedBy(100).toFixed());
  const operator = fc.constantFrom('≥', '>', '=', '≤', '<');
  const rows = fc.array(fc.record({ target, operator, amount }), { minLength: 1, maxLength: 8 });
  /** Rows of whole points that add up to 50. */
  const sheets = fc.record({ rows, executed: amount, budget: target }).map(({ rows: read, executed, budget }) =>
    sheet(
      read.map((item, index) =>
        row(`r${index}`, String(index === 0 ? 50 - (read.length - 1) * 5 : 5), {
          target: { operator: item.operator, number: item.target, unit: '件' },
          actual: { number: item.amount },
        }),
      ),
      { budget: { adjusted: exact(budget).plus(1).toFixed(), executed } },
    ),
  );

  it('scores every row within its weight, and prints the sum of its parts', () =>
    fc.assert(
      fc.property(sheets, (any) => {
        const { groups, execution, sum, total } = scored(any);
        const parts = [execution, ...groups.flatMap((group) => group.rows)];
        for (const { score, weight } of parts) {
          expect(Number(score)).toBeGreaterThanOrEqual(0);
          expect(Number(score)).toBeLessThanOrEqual(Number(weight));
        }
        const added = parts.reduce((all, { score }) => all.plus(score ?? NaN), exact(0)).toFixed(2);
        expect([sum, total]).toEqual([added, added]);
      }),
    ));

  it('never loses by doing more of what is wanted', () =>
    fc.assert(
      fc.property(target, amount, amount, (aim, one, other) => {
        const [less, more] = Number(one) < Number(other) ? [one, other] : [other, one];
        const total = (actual: string) => Number(scored(output(measured(aim, actual))).total);
        expect(total(more)).toBeGreaterThanOrEqual(total(less));
      }),
    ));
});
