import { builderOf } from '../../../../test/support/built.js';
import { accepted, conflictsWith, rejected, specFor } from '../../../../test/support/spec-for.js';
import { asset, facility, unit } from './estate.streams.js';
import type { InstitutionEvent } from './events/index.js';
import { examples } from './examples.js';

const built = builderOf<InstitutionEvent>(examples);
const retired = (quantity: number, wasInstalled: boolean) =>
  built('institution.AssetRetired', { quantity, wasInstalled });

describe('a lot of equipment', () => {
  const given = specFor(asset, {});
  const acquired = built('institution.AssetAcquired');
  const installed = built('institution.AssetInstalled', { quantity: 30 });
  it('is acquired', () => given().when(acquired).then(accepted));
  it('is installed in parts', () =>
    given(acquired, installed)
      .when(built('institution.AssetInstalled', { installedOn: '2022-05-01', quantity: 6 }))
      .then(accepted));
  it('holds no more than was acquired', () =>
    given(acquired, installed)
      .when(built('institution.AssetInstalled', { installedOn: '2022-05-01', quantity: 7 }))
      .then(rejected('institution.more-installed-than-held')));
  it('is of one kind', () =>
    given(acquired)
      .when(built('institution.AssetInstalled', { kind: 'pickup' }))
      .then(rejected('institution.other-asset-kind')));
  it('may begin with its installation, and grow', () =>
    given(installed)
      .when(built('institution.AssetInstalled', { installedOn: '2022-05-01', quantity: 99 }))
      .then(accepted));
  it('is retired from its place, or from store', () => {
    given(acquired, installed).when(retired(30, true)).then(accepted);
    given(acquired, installed).when(retired(6, false)).then(accepted);
  });
  it('loses no more than stands there', () => {
    given(acquired, installed).when(retired(31, true)).then(rejected('institution.more-retired-than-held'));
    given(acquired, installed).when(retired(7, false)).then(rejected('institution.more-retired-than-held'));
    given(installed).when(retired(1, false)).then(rejected('institution.more-retired-than-held'));
  });
  it('is gone when the last piece is', () => {
    given(installed, retired(29, true)).thenStatus('held');
    given(installed, retired(30, true)).thenStatus('retired');
  });
  it('may stand there when the records begin', () =>
    given(built('institution.OpeningBalanceImported'))
      .when(built('institution.AssetInstalled', { quantity: 2 }))
      .then(accepted));
  it('has no more at its place than it is', () =>
    given()
      .when(built('institution.OpeningBalanceImported', { installedCount: 11 }))
      .then(rejected('institution.more-installed-than-held')));
  it('entered late must leave enough for what came after', () =>
    given(acquired, built('institution.AssetInstalled', { installedOn: '2022-06-01' }))
      .when(built('institution.AssetInstalled', { installedOn: '2022-05-01', quantity: 1 }))
      .then(conflictsWith('institution.more-installed-than-held')));
});

describe('a unit', () => {
  const given = specFor(unit, {});
  const established = built('institution.UnitEstablished');
  it('is established', () => given().when(established).then(accepted));
  it('is renamed', () => given(established).when(built('institution.UnitRenamed')).then(accepted));
  it('is not renamed after its end', () =>
    given(established, built('institution.UnitAbolished', { abolishedOn: '2022-04-01' }))
      .when(built('institution.UnitRenamed'))
      .then(rejected('illegal-step')));
  it('gives its code back', () => {
    given(established).thenKeys('unit:43090201');
    given(established, built('institution.UnitAbolished')).thenKeys();
  });
});

describe('a room', () => {
  const given = specFor(facility, {});
  const opened = built('institution.FacilityOpened');
  it('is opened', () => given().when(opened).then(accepted));
  it('grows', () => given(opened).when(built('institution.FacilityAltered')).then(accepted));
  it('is closed, and its place is free', () => {
    given(opened).thenKeys('facility:社区矫正中心二楼:宣告室');
    given(opened, built('institution.FacilityClosed')).thenKeys();
  });
  it('is not closed before it was opened', () =>
    given(opened)
      .when(built('institution.FacilityClosed', { closedOn: '2022-03-14' }))
      .then(rejected('illegal-step')));
});
