import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, nothing, recordedBy, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import { sheets } from '../sheets.js';
import type { PerformanceEvent } from './events.js';
import { examples } from './examples.js';
import { sheet } from './sheet.js';

const built = builderOf<PerformanceEvent>(examples);
const given = specFor(sheet, settle(settings));
const set = built('performance.TargetsSet');
const [figure] = examples['performance.FormerFormImported'].rows;
const form = (more: object = {}) => built('performance.FormerFormImported', more);

describe('the form of the year before', () => {
  it('is of the year before, and speaks of rows there are, once each', () => {
    given(set).when(form()).then(accepted);
    given(set)
      .when(form({ formerYear: 2021 }))
      .then(rejected('performance.former-form-of-another-year'));
    given(set)
      .when(form({ rows: [{ ...figure, row: 'other' }] }))
      .then(rejected('performance.unknown-row'));
    given(set)
      .when(form({ rows: [figure, figure] }))
      .then(rejected('performance.row-twice'));
  });
  it('may be what was a bound there: that is no result of this year', () =>
    given(set)
      .when(form({ rows: [{ ...figure, printed: '≥158人', operator: 'at-least' }] }))
      .then(accepted));
  it('is imported again, and the same file on another day is nothing new', () => {
    given(set, form())
      .when(form({ importedOn: '2023-02-08' }))
      .then(nothing);
    given(set, form())
      .when(form({ importedOn: '2023-02-08', fileHash: 'd'.repeat(64) }))
      .then(accepted);
  });
  it('comes before the sheet is handed in, and after it came back', () => {
    const submitted = [set, built('performance.SelfEvaluated'), built('performance.SheetSubmitted')];
    const late = form({ importedOn: '2024-03-10' });
    given().when(form()).then(rejected('illegal-step'));
    given(...submitted)
      .when(late)
      .then(rejected('illegal-step'));
    given(...submitted, recordedBy('reviewer', built('performance.SheetReturned')))
      .when(late)
      .then(accepted);
  });
  it('is read as the platform knows it, and recorded as it was read', () => {
    const happened = [set, form({ rows: [{ ...figure, operator: 'at-least' }] })];
    const state = { status: 'set', past: happened.map((event) => ({ ...event, on: '2023-02-06', by: 'a' })) };
    const { former } = sheets.read(state) ?? {};
    expect(former).toMatchObject({ formerYear: 2022, rows: [{ operator: '≥', indicator: 'CC-02', value: '158' }] });
    expect(former === undefined ? {} : sheets.imported(former)).toEqual({
      ...examples['performance.FormerFormImported'],
      rows: [{ ...figure, operator: 'at-least' }],
    });
  });
});
