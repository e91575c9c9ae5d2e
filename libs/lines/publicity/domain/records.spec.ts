import { settle } from '#application/settings.js';
import { builderOf } from '../../../../test/support/built.js';
import { accepted, conflictsWith, nothing, rejected, specFor } from '../../../../test/support/spec-for.js';
import { settings } from '../settings.js';
import { counsel, monthsServed } from './counsel.js';
import type { PublicityEvent } from './events.js';
import { examples } from './examples.js';
import { material, media, place, unit } from './records.js';

const settled = settle(settings);
const built = builderOf<PublicityEvent>(examples);

describe('printed material', () => {
  const given = specFor(material, settled);
  const printed = built('publicity.MaterialPrinted');
  const given3000 = built('publicity.MaterialDistributed');
  it('is printed, reprinted and handed out', () => {
    given().when(printed).then(accepted);
    given(printed).when(printed).then(accepted);
    given(printed).when(given3000).then(accepted);
    given().when(given3000).then(rejected('illegal-step'));
  });
  it('is handed out as far as it goes', () => {
    const rest = (copies: number) => built('publicity.MaterialDistributed', { distributedOn: '2023-05-01', copies });
    given(printed, given3000).when(rest(2000)).then(accepted);
    given(printed, given3000).when(rest(2001)).then(rejected('publicity.copies-not-there'));
    given(printed, rest(2001)).when(given3000).then(conflictsWith('publicity.copies-not-there'));
  });
  it('is one thing', () =>
    given(printed)
      .when(built('publicity.MaterialPrinted', { title: '宪法读本' }))
      .then(rejected('publicity.other-material')));
});

it('publishes a release once', () => {
  const given = specFor(media, settled);
  given().when(built('publicity.MediaPublished')).then(accepted);
  given(built('publicity.MediaPublished')).when(built('publicity.MediaPublished')).then(rejected('illegal-step'));
});

describe('a place of legal culture', () => {
  const given = specFor(place, settled);
  const [builtPlace, opened, closed] = [
    built('publicity.CulturePlaceBuilt'),
    built('publicity.CulturePlaceOpened'),
    built('publicity.CulturePlaceClosed'),
  ];
  it('is built, opened, closed', () => {
    given().when(builtPlace).then(accepted);
    given(builtPlace).when(opened).then(accepted);
    given(builtPlace, opened).when(closed).then(accepted);
    given(builtPlace).when(closed).then(accepted);
    given().when(opened).then(rejected('illegal-step'));
    given(builtPlace, closed)
      .when(built('publicity.CulturePlaceOpened', { openedOn: '2024-06-01' }))
      .then(rejected('illegal-step'));
  });
});

describe('villages and their title', () => {
  const given = specFor(unit, settled);
  const listed = built('publicity.UnitListed');
  const awarded = built('publicity.DemoVillageAwarded');
  const revoked = built('publicity.DemoVillageRevoked');
  it('are known by kind and code while they exist', () => {
    given(listed).thenKeys('unit:village:430922001001');
    given(listed, built('publicity.UnitDissolved')).thenKeys();
  });
  it('hold a title of a level once', () => {
    given(listed).when(awarded).then(accepted);
    given(listed, awarded).when(awarded).then(nothing);
    given(listed, awarded)
      .when(built('publicity.DemoVillageAwarded', { docNo: '另号' }))
      .then(rejected('publicity.already-awarded'));
    given(listed, awarded)
      .when(built('publicity.DemoVillageAwarded', { level: 'provincial' }))
      .then(accepted);
    given(listed, awarded, revoked)
      .when(built('publicity.DemoVillageAwarded', { awardedOn: '2025-01-01' }))
      .then(accepted);
  });
  it('lose only what they hold', () => {
    given(listed, awarded).when(revoked).then(accepted);
    given(listed).when(revoked).then(rejected('publicity.not-awarded'));
    given(listed, awarded)
      .when(built('publicity.DemoVillageRevoked', { level: 'city' }))
      .then(rejected('publicity.not-awarded'));
  });
  it('are villages: no school holds it', () =>
    given(built('publicity.UnitListed', { unitKind: 'school' }))
      .when(awarded)
      .then(rejected('publicity.not-a-village')));
});

describe('village counsel', () => {
  const given = specFor(counsel, settled);
  const appointed = built('publicity.CounselAppointed');
  const done = (doneOn: string) => built('publicity.CounselDutyDone', { doneOn });
  it('serves within the term', () => {
    given(appointed).when(done('2023-12-31')).then(accepted);
    given(appointed).when(done('2024-01-01')).then(rejected('publicity.term-over'));
    given(appointed, built('publicity.CounselEnded')).when(done('2023-06-16')).then(rejected('illegal-step'));
    given(appointed)
      .when(built('publicity.CounselEnded', { endedOn: '2024-01-01' }))
      .then(rejected('publicity.term-over'));
  });
  it('is appointed for a term that is one, and not too long', () => {
    given().when(appointed).then(accepted);
    given()
      .when(built('publicity.CounselAppointed', { termTo: '2022-12-31' }))
      .then(rejected('publicity.dates-reversed'));
    given()
      .when(built('publicity.CounselAppointed', { termTo: '2028-01-02' }))
      .then(rejected('publicity.term-too-long'));
  });
  it('answers for the months on whose last day it serves', () => {
    expect(monthsServed('2023-01-31', '2023-04-01')).toEqual(['2023-01-31', '2023-02-28', '2023-03-31']);
    expect(monthsServed('2023-02-01', '2023-02-28')).toEqual([]);
    const short = built('publicity.CounselAppointed', { termTo: '2023-02-27' });
    given(short).thenKeys('counsel:430922001001:2023-01');
    given(appointed, built('publicity.CounselEnded', { endedOn: '2023-02-28' })).thenKeys(
      'counsel:430922001001:2023-01',
    );
  });
});
