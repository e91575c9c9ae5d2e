import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, needsApproval, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { DataOfEvent, PerformanceEvent } from './events.js';
import { examples, person } from './examples.js';
import { sheet } from './sheet.js';

type Row = DataOfEvent<'performance.SelfEvaluated'>['rows'][number];
const built = builderOf<PerformanceEvent>(examples);
const given = specFor(sheet, settle(settings));
const set = built('performance.TargetsSet');
const [computed, manual] = examples['performance.SelfEvaluated'].rows as readonly [Row, Row];
const evaluation = (...rows: readonly Row[]) => built('performance.SelfEvaluated', { rows });
const code = (name: string) => rejected(`performance.${name}`);

describe('a self-evaluation', () => {
  it('answers every row of the targets once', () => {
    given(set).when(evaluation(computed, manual)).then(accepted);
    given(set).when(evaluation(computed)).then(code('row-missing'));
    given(set)
      .when(evaluation(computed, manual, manual))
      .then(code('row-twice'));
    given(set)
      .when(evaluation(computed, manual, { ...computed, row: 'other' }))
      .then(code('unknown-row'));
  });
  it('gives a result, or says that the row does not apply', () => {
    const { row } = computed;
    given(set).when(evaluation({ row }, manual)).then(code('actual-missing'));
    given(set)
      .when(evaluation({ row, notApplicable: true }, manual))
      .then(accepted);
  });
  it.each(['≥1631件', '98%以上', '不低于 98%'])('does not take the bound %s for a result', (actualText) =>
    given(set)
      .when(evaluation({ ...computed, actualText }, manual))
      .then(code('actual-is-inequality')),
  );
  it('proves by a file and a person what nothing computes', () => {
    for (const gone of ['attachmentHash', 'enteredBy'] as const) {
      const { [gone]: _gone, ...rest } = manual;
      given(set).when(evaluation(computed, rest)).then(code('evidence-missing'));
    }
    given(set)
      .when(evaluation({ ...computed, attachmentHash: 'b'.repeat(64), enteredBy: person('clerk') }, manual))
      .then(accepted);
  });
  it('is made when the year has begun, and with a second person before it is over', () => {
    const on = (evaluatedOn: string) => built('performance.SelfEvaluated', { evaluatedOn });
    const early = built('performance.TargetsSet', { setOn: '2022-11-30' });
    given(early).when(on('2022-12-31')).then(code('year-not-begun'));
    given(early).when(on('2023-12-06')).then(needsApproval('performance.year-running'));
    given(early).when(on('2023-12-31')).then(accepted);
  });
  it('is made again, until it is handed in', () => {
    const made = evaluation(computed, manual);
    given(set, made).when(made).then(accepted);
    given(set, made, built('performance.SheetSubmitted'))
      .when(built('performance.SelfEvaluated', { evaluatedOn: '2024-03-02' }))
      .then(rejected('illegal-step'));
  });
});

describe('a score', () => {
  it('is not above the weight, of the row, of its group, of the execution', () => {
    given(set)
      .when(evaluation({ ...computed, score: '15.01' }, manual))
      .then(code('score-above-weight'));
    given(set)
      .when(evaluation({ ...computed, weight: '14', score: '15' }, manual))
      .then(code('score-above-weight'));
    const [group] = examples['performance.SelfEvaluated'].groups;
    if (group === undefined) throw new Error('no group');
    given(set)
      .when(built('performance.SelfEvaluated', { groups: [{ ...group, score: '15.5' }] }))
      .then(code('score-above-weight'));
    given(set)
      .when(built('performance.SelfEvaluated', { execution: { weight: '10', score: '10.01' } }))
      .then(code('score-above-weight'));
    given(set)
      .when(built('performance.SelfEvaluated', { groups: [group, group] }))
      .then(code('group-twice'));
    given(set)
      .when(built('performance.SelfEvaluated', { groups: [{ ...group, level2: '时效指标' }] }))
      .then(code('unknown-group'));
  });
  it.each([
    ['met', '10', true],
    ['met', '8', true],
    ['met', '7.99', false],
    ['partly-met', '8', false],
    ['partly-met', '7.99', true],
    ['partly-met', '6', true],
    ['partly-met', '5.99', false],
    ['not-met', '6', false],
    ['not-met', '5.99', true],
    ['not-met', '0', true],
  ] as const)('of a target %s may be %s of 10: %s', (qualitativeGrade, score, within) =>
    given(set)
      .when(evaluation(computed, { ...manual, qualitativeGrade, score }))
      .then(within ? accepted : code('score-outside-band')),
  );
  it('put in by hand is a score', () => {
    const { score: _score, ...rest } = manual;
    given(set).when(evaluation(computed, rest)).then(code('reason-without-score'));
  });
});
