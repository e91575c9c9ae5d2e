import { settle } from '#application/settings.js';
import { accepted, conflictsWith, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import { baseline } from './baseline/stream.js';
import {
  cumulativeBaselineSet as baselineSet,
  deviceLicenceAssigned as assigned,
  deviceLicencePurchased as purchased,
  deviceLicenceReleased as released,
  id,
  programSessionHeld,
  safetyScreeningHeld,
} from './builders.js';
import { devicePool } from './device-pool/stream.js';
import { screening } from './screening/stream.js';
import { session } from './session/stream.js';

const settled = settle(settings);

describe('screenings and sessions', () => {
  it('holds a screening once', () => {
    specFor(screening, settled)().when(safetyScreeningHeld()).then(accepted);
    specFor(screening, settled)(safetyScreeningHeld()).when(safetyScreeningHeld()).then(rejected('illegal-step'));
  });
  it('finds no more key persons than it screened', () => {
    specFor(screening, settled)()
      .when(safetyScreeningHeld({ screenedCount: 1 }))
      .then(accepted);
    specFor(screening, settled)()
      .when(safetyScreeningHeld({ screenedCount: 0 }))
      .then(rejected('corrections.more-found-than-screened'));
  });
  it('holds a session once', () => {
    specFor(session, settled)().when(programSessionHeld()).then(accepted);
    specFor(session, settled)(programSessionHeld()).when(programSessionHeld()).then(rejected('illegal-step'));
  });
});

describe('device licences', () => {
  const given = specFor(devicePool, settled);
  const to = (name: string, assignedOn = '2023-01-11') => assigned({ personRef: id(name), assignedOn });
  it('buys lots of one kind', () => {
    given().when(purchased()).then(accepted);
    given(purchased())
      .when(purchased({ lotId: id('lot 2') }))
      .then(accepted);
    given(purchased()).when(purchased()).then(nothing);
    given(purchased())
      .when(purchased({ quantity: 3 }))
      .then(rejected('corrections.lot-exists'));
    given(purchased())
      .when(purchased({ kind: 'staff-app' }))
      .then(rejected('corrections.other-device-kind'));
    given()
      .when(purchased({ validTo: '2023-01-03' }))
      .then(accepted);
    given()
      .when(purchased({ validTo: '2023-01-02' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('gives out no more than it has', () => {
    given(purchased(), to('a')).when(to('b')).then(accepted);
    given(purchased(), to('a')).when(to('a')).then(nothing);
    given(purchased(), to('a'), to('b')).when(to('c')).then(rejected('corrections.no-free-licence'));
    given(purchased(), to('a'), to('b'), released({ personRef: id('a'), releasedOn: '2023-02-01' }))
      .when(to('c', '2023-02-01'))
      .then(accepted);
    given().when(to('a')).then(rejected('illegal-step'));
  });
  it('counts a lot up to its last day', () => {
    given(purchased({ validTo: '2023-06-30' }))
      .when(to('a', '2023-06-30'))
      .then(accepted);
    given(purchased({ validTo: '2023-06-30' }))
      .when(to('a', '2023-07-01'))
      .then(rejected('corrections.no-free-licence'));
  });
  it('finds no room for a late entry that a later one has taken', () =>
    given(purchased(), to('a'), to('b', '2023-03-01'))
      .when(to('c', '2023-02-01'))
      .then(conflictsWith('corrections.no-free-licence')));
  it('takes back what was given', () => {
    given(purchased(), assigned()).when(released()).then(accepted);
    given(purchased()).when(released()).then(rejected('corrections.licence-not-assigned'));
    given().when(released()).then(rejected('illegal-step'));
  });
});

describe('cumulative baseline (累计数期初)', () => {
  const given = specFor(baseline, settled);
  it('is set once a day', () => {
    given().when(baselineSet()).then(accepted);
    given(baselineSet()).when(baselineSet()).then(nothing);
    given(baselineSet())
      .when(baselineSet({ value: 1 }))
      .then(rejected('corrections.baseline-exists'));
    given(baselineSet())
      .when(baselineSet({ asOfDate: '2023-12-31', value: 3402 }))
      .then(accepted);
    given(baselineSet())
      .when(baselineSet({ indicator: 'CC-09-left', value: 2885 }))
      .then(accepted);
  });
  it('stands in one stream of the bureau', () => given(baselineSet()).thenKeys('baseline:CC-09-received'));
});
