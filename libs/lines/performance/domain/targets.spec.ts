import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, conflictsWith, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import type { PerformanceEvent } from './events.js';
import { examples } from './examples.js';
import { sheet } from './sheet.js';

const built = builderOf<PerformanceEvent>(examples);
const given = specFor(sheet, settle(settings));
const set = built('performance.TargetsSet');
const revised = built('performance.TargetsRevised');
const monitored = built('performance.MonitoringRecorded');
const evaluated = built('performance.SelfEvaluated');
const [first, second] = examples['performance.TargetsSet'].rows;
if (first === undefined || second === undefined) throw new Error('no rows');

describe('targets', () => {
  it('are set once for each subject and year', () => {
    given().when(set).then(accepted);
    given(set).when(set).then(rejected('illegal-step'));
    given(set).thenKeys('sheet:2023:project:corrections-project');
    given(built('performance.TargetsSet', { subject: 'department' })).thenKeys(
      'sheet:2023:department:corrections-project',
    );
  });
  it('are taken when they are set after the year, as they are', () =>
    given()
      .when(built('performance.TargetsSet', { setOn: '2024-02-20' }))
      .then(accepted));
  it('may lack weights, numbers and units: what the form leaves out is left out', () => {
    const { row, level1, level2, level3 } = first;
    given()
      .when(built('performance.TargetsSet', { rows: [{ row, level1, level2, level3 }] }))
      .then(accepted);
  });
  it('name every row once', () => {
    given()
      .when(built('performance.TargetsSet', { rows: [first, second, first] }))
      .then(rejected('performance.row-twice'));
    given(set)
      .when(built('performance.TargetsRevised', { rows: [first, first] }))
      .then(rejected('performance.row-twice'));
  });
  it('come before the self-evaluation', () => {
    given().when(evaluated).then(rejected('illegal-step'));
    given(set).when(evaluated).then(accepted);
  });
});

describe('a revision', () => {
  it('is taken before and after the self-evaluation, which is then to be made again', () => {
    given(set).when(revised).then(accepted);
    const late = built('performance.TargetsRevised', { revisedOn: '2024-03-01' });
    given(set, evaluated).when(late).then(accepted);
    given(set, evaluated, late).when(built('performance.SheetSubmitted')).then(rejected('illegal-step'));
    given(set, evaluated, late)
      .when(built('performance.SelfEvaluated', { evaluatedOn: '2024-03-02' }))
      .then(accepted);
  });
  it('is not entered under a self-evaluation that answers other rows', () =>
    given(set, evaluated)
      .when(built('performance.TargetsRevised', { rows: [first] }))
      .then(conflictsWith('performance.unknown-row')));
});

describe('monitoring', () => {
  it('is recorded for any month end of the year, once the month is over', () => {
    given(set).when(monitored).then(accepted);
    given(set, monitored)
      .when(built('performance.MonitoringRecorded', { monitoredOn: '2023-10-08', monthEnd: '2023-09-30' }))
      .then(accepted);
    given(set)
      .when(built('performance.MonitoringRecorded', { monthEnd: '2023-07-30' }))
      .then(rejected('performance.not-a-month-end'));
    given(set)
      .when(built('performance.MonitoringRecorded', { monthEnd: '2022-12-31' }))
      .then(rejected('performance.outside-fiscal-year'));
    given(set)
      .when(built('performance.MonitoringRecorded', { monitoredOn: '2023-07-30' }))
      .then(rejected('performance.month-not-over'));
  });
  it('of a month stands; the same again is nothing new', () => {
    given(set, monitored).when(monitored).then(nothing);
    given(set, monitored)
      .when(built('performance.MonitoringRecorded', { executed: '310000.00' }))
      .then(rejected('performance.month-monitored'));
  });
  it('explains every row that is not certain', () => {
    const unsure = { row: 'received', actual: '70', likelihood: 'possible', causes: ['staff'] } as const;
    given(set)
      .when(built('performance.MonitoringRecorded', { rows: [unsure] }))
      .then(rejected('performance.explanation-missing'));
    given(set)
      .when(built('performance.MonitoringRecorded', { rows: [{ ...unsure, explanation: '人员不足' }] }))
      .then(accepted);
  });
  it('speaks of rows there are, once each, with results that are results', () => {
    const row = { row: 'received', actual: '70', likelihood: 'certain', causes: [] } as const;
    for (const [rows, code] of [
      [[row, row], 'row-twice'],
      [[{ ...row, row: 'other' }], 'unknown-row'],
      [[{ ...row, actualText: '≥70人' }], 'actual-is-inequality'],
    ] as const)
      given(set)
        .when(built('performance.MonitoringRecorded', { rows }))
        .then(rejected(`performance.${code}`));
  });
});
