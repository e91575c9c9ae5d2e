import type { Reach } from '#kernel/decider.js';
import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, recordedBy, rejected, specFor } from '../../../../test/support/spec-for.js';
import { errors } from '../errors.js';
import { settings } from '../settings.js';
import type { PerformanceEvent } from './events.js';
import { examples } from './examples.js';
import { sheet } from './sheet.js';

const built = builderOf<PerformanceEvent>(examples);
const given = specFor(sheet, settle(settings));
const code = (name: string) => rejected(`performance.${name}`);

const evaluated = [built('performance.TargetsSet'), built('performance.SelfEvaluated')];
const submitted = built('performance.SheetSubmitted');
const head = (event: PerformanceEvent) => recordedBy('head', event);
const reviewed = head(built('performance.SheetReviewed'));
const approved = head(built('performance.SheetApproved'));
const returned = head(built('performance.SheetReturned'));
const published = built('performance.SheetPublished');
const inCounty = [...evaluated, submitted, reviewed, approved];
const toCity = built('performance.SheetSubmitted', { submittedOn: '2024-03-13', toLevel: 'city' });

describe('the way up', () => {
  it('goes one level at a time', () => {
    given(...evaluated)
      .when(submitted)
      .then(accepted);
    given(...evaluated)
      .when(built('performance.SheetSubmitted', { toLevel: 'city' }))
      .then(code('level-skipped'));
    expect(errors['performance.level-skipped']).toBe(403);
    given(...evaluated)
      .when(built('performance.SheetSubmitted', { toLevel: 'office' }))
      .then(code('level-not-above'));
    given(...inCounty)
      .when(toCity)
      .then(accepted);
    given(...inCounty)
      .when({ ...submitted, data: { ...submitted.data, submittedOn: '2024-03-13' } })
      .then(code('level-not-above'));
  });
  it('ends where the county says it ends', () => {
    const short = specFor(sheet, settle(settings, { levels: ['office', 'county'] }));
    short(...inCounty)
      .when(toCity)
      .then(code('level-skipped'));
  });
  it('begins with a self-evaluation', () =>
    given(built('performance.TargetsSet')).when(submitted).then(rejected('illegal-step')));
});

describe('the decision', () => {
  it('is taken by another person than who evaluated or handed in', () => {
    for (const event of [reviewed, returned] as const) {
      given(...evaluated, submitted)
        .when(event)
        .then(accepted);
      given(...evaluated, submitted)
        .when({ ...event, by: 'clerk' })
        .then(code('recorded-by-same-person'));
    }
    const handedInByHead = recordedBy('head', submitted);
    given(...evaluated, handedInByHead)
      .when(reviewed)
      .then(code('recorded-by-same-person'));
    given(...evaluated, submitted, reviewed)
      .when({ ...approved, by: 'clerk' })
      .then(code('recorded-by-same-person'));
    expect(errors['performance.recorded-by-same-person']).toBe(403);
  });
  it('is taken at the level where the sheet lies, or above', () => {
    const by = (reach: Reach) => recordedBy('head', built('performance.SheetReviewed'), reach);
    given(...evaluated, submitted)
      .when(by('office'))
      .then(code('above-own-level'));
    for (const reach of ['bureau', 'city'] as const)
      given(...evaluated, submitted)
        .when(by(reach))
        .then(accepted);
    const inCity = (reach: Reach) =>
      recordedBy('city', built('performance.SheetReviewed', { reviewedOn: '2024-03-20' }), reach);
    given(...inCounty, toCity)
      .when(inCity('bureau'))
      .then(code('above-own-level'));
    given(...inCounty, toCity)
      .when(inCity('city'))
      .then(accepted);
    expect(errors['performance.above-own-level']).toBe(403);
  });
  it('reviews before it approves', () => {
    given(...evaluated, submitted)
      .when(approved)
      .then(rejected('illegal-step'));
    given(...evaluated, submitted, reviewed)
      .when(approved)
      .then(accepted);
  });
});

describe('a sheet returned', () => {
  const back = [...evaluated, submitted, returned];
  it('is handed in again, as it is or redone', () => {
    const again = built('performance.SheetSubmitted', { submittedOn: '2024-03-08' });
    given(...back)
      .when(again)
      .then(accepted);
    const redone = built('performance.SelfEvaluated', { evaluatedOn: '2024-03-07' });
    given(...back, redone)
      .when(again)
      .then(accepted);
    given(...back)
      .when(published)
      .then(rejected('illegal-step'));
  });
  it('comes down one level at a time, to the lowest', () => {
    const fromCity = recordedBy('city', built('performance.SheetReturned', { returnedOn: '2024-03-20' }));
    const down = head(built('performance.SheetReturned', { returnedOn: '2024-03-21' }));
    const inCountyAgain = [...inCounty, toCity, fromCity];
    given(...inCountyAgain)
      .when({ ...toCity, data: { ...toCity.data, submittedOn: '2024-03-21' } })
      .then(accepted);
    given(...inCountyAgain)
      .when(down)
      .then(accepted);
    given(...back)
      .when(down)
      .then(code('lowest-level'));
    const toCityFromOffice = built('performance.SheetSubmitted', { submittedOn: '2024-03-22', toLevel: 'city' });
    given(...inCountyAgain, down)
      .when(toCityFromOffice)
      .then(code('level-skipped'));
  });
  it('begins again at the bottom once it is redone', () => {
    const fromCity = recordedBy('city', built('performance.SheetReturned', { returnedOn: '2024-03-20' }));
    const redone = built('performance.SelfEvaluated', { evaluatedOn: '2024-03-21' });
    given(...inCounty, toCity, fromCity, redone)
      .when(built('performance.SheetSubmitted', { submittedOn: '2024-03-22', toLevel: 'city' }))
      .then(code('level-skipped'));
  });
});

describe('publication', () => {
  it('follows the approval and ends the year', () => {
    given(...inCounty)
      .when(published)
      .then(accepted);
    given(...evaluated, submitted, reviewed)
      .when(published)
      .then(rejected('illegal-step'));
    given(...inCounty, toCity)
      .when(published)
      .then(rejected('illegal-step'));
    given(...inCounty, published)
      .when({ ...toCity, data: { ...toCity.data, submittedOn: '2024-05-01' } })
      .then(rejected('illegal-step'));
  });
});
