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
const said = (more: object = {}) => built('performance.NarrativeWritten', more);

describe('what a bureau says in its report', () => {
  it('is written for a part, again in the place of what stood there, and not twice the same', () => {
    given(set).when(said()).then(accepted);
    given(set, said()).when(said()).then(nothing);
    given(set, said())
      .when(said({ writtenOn: '2024-01-21' }))
      .then(nothing);
    given(set, said())
      .when(said({ part: 'use' }))
      .then(accepted);
    given(set, said(), said({ paragraphs: ['另作说明。'] }))
      .when(said())
      .then(accepted);
  });
  it('is taken back by nothing, once', () => {
    given(set, said())
      .when(said({ paragraphs: [] }))
      .then(accepted);
    given(set)
      .when(said({ paragraphs: [] }))
      .then(nothing);
  });
  it('comes before the sheet is handed in, and after it came back; the evaluation stands', () => {
    const submitted = [set, built('performance.SelfEvaluated'), built('performance.SheetSubmitted')];
    const late = said({ writtenOn: '2024-03-10' });
    given().when(said()).then(rejected('illegal-step'));
    given(...submitted)
      .when(late)
      .then(rejected('illegal-step'));
    given(...submitted, recordedBy('reviewer', built('performance.SheetReturned')))
      .when(late)
      .then(accepted);
    given(set, built('performance.SelfEvaluated'), said({ writtenOn: '2024-02-28' }))
      .when(built('performance.SheetSubmitted'))
      .then(accepted);
  });
  it('is read part by part, the newest of each', () => {
    const happened = [set, said(), said({ part: 'use' }), said({ paragraphs: ['后说。'] })];
    const state = { status: 'set', past: happened.map((event) => ({ ...event, on: '2024-01-20', by: 'a' })) };
    expect(sheets.read(state)?.narrative.map(({ part, paragraphs }) => [part, paragraphs.length])).toEqual([
      ['results', 1],
      ['use', 1],
    ]);
    expect(sheets.read(state)?.narrative[0]?.paragraphs).toEqual(['后说。']);
  });
});
