import { type Seal, sealHash } from '#kernel/seal.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, rejected, specFor } from '../../../../test/support/spec-for.js';
import type { ReportingEvent } from './events.js';
import { examples } from './examples.js';
import { period } from './period.js';

const built = builderOf<ReportingEvent>(examples);
const given = specFor(period, {});
const soft = built('reporting.PeriodSoftClosed');
const sealed = (more: Partial<Seal> = {}) => {
  const seal = { ...examples['reporting.PeriodClosed'], ...more };
  return built('reporting.PeriodClosed', { ...seal, hash: more.hash ?? sealHash(seal) });
};
const reopened = built('reporting.PeriodReopened');
const again = sealed({ closedOn: '2023-02-10', number: 2, position: 1300 });

describe('the books of a period', () => {
  it('are closed softly, then with a seal', () => {
    given().when(soft).then(accepted);
    given(soft).when(sealed()).then(accepted);
  });
  it('may be closed at once', () => given().when(sealed()).then(accepted));
  it('are not closed on the last day of the period, and are on the day after', () => {
    given()
      .when(sealed({ closedOn: '2022-12-31' }))
      .then(rejected('reporting.period-not-over'));
    given()
      .when(sealed({ closedOn: '2023-01-01' }))
      .then(accepted);
    given()
      .when(built('reporting.PeriodSoftClosed', { softClosedOn: '2022-12-31' }))
      .then(rejected('reporting.period-not-over'));
  });
  it('are closed once', () => given(sealed()).when(again).then(rejected('illegal-step')));
  it('are closed again, with the next number, after they were reopened', () => {
    given(sealed(), reopened).when(again).then(accepted);
    given(sealed(), reopened)
      .when(sealed({ closedOn: '2023-02-10' }))
      .then(rejected('reporting.seal-out-of-turn'));
  });
  it('are reopened only when they were closed', () => {
    given(soft).when(reopened).then(rejected('illegal-step'));
    given(sealed(), reopened)
      .when(built('reporting.PeriodReopened', { reopenedOn: '2023-02-02' }))
      .then(rejected('illegal-step'));
  });
  it('keep their figures: a hash of others is refused', () =>
    given()
      .when(sealed({ position: 1201, hash: sealed().data.hash }))
      .then(rejected('reporting.seal-broken')));
  it.each([
    { from: '2022-02-01' },
    { to: '2022-12-30' },
    { scheme: 'MONTH' },
    { scheme: 'QUARTER', from: '2022-02-01', to: '2022-04-30' },
    { scheme: 'CUSTOM', from: '2022-12-31', to: '2022-01-01' },
  ] as const)('are of a period of the calendar, not of %j', (dates) =>
    given().when(sealed(dates)).then(rejected('reporting.no-such-period')),
  );
  it.each([
    { scheme: 'STAT_YEAR_DEC_NOV', from: '2021-12-01', to: '2022-11-30' },
    { scheme: 'MONTH', from: '2022-02-01', to: '2022-02-28' },
    { scheme: 'QUARTER', from: '2022-10-01', to: '2022-12-31' },
    { scheme: 'HALF_STAT', from: '2022-06-01', to: '2022-11-30' },
    { scheme: 'CUSTOM', from: '2022-01-01', to: '2022-12-06' },
  ] as const)('may be of %j', (dates) => given().when(sealed(dates)).then(accepted));
  it('are those of one period', () =>
    given(soft)
      .when(sealed({ businessLine: 'mediation' }))
      .then(rejected('reporting.another-period')));
  it('hold their period for good', () => {
    const key = 'period:corrections:FISCAL_YEAR:2022-01-01:2022-12-31';
    given(soft).thenKeys(key);
    given(soft, sealed(), reopened).thenKeys(key);
  });
});
