import { builderOf } from '../../../../test/support/built.js';
import { accepted, rejected, specFor } from '../../../../test/support/spec-for.js';
import type { InstitutionEvent } from './events/index.js';
import { PERSON, examples } from './examples.js';
import { contact, delegation, honour, regulation } from './practice.streams.js';

const built = builderOf<InstitutionEvent>(examples);
describe('a meeting or visit', () => {
  const given = specFor(contact, {});
  it('is entered', () => given().when(built('institution.MeetingHeld')).then(accepted));
  it('is entered once', () =>
    given(built('institution.VisitMade')).when(built('institution.VisitMade')).then(rejected('illegal-step')));
  it('is known again by day, kind, subject and place', () =>
    given(built('institution.MeetingHeld')).thenKeys('contact:2022-05-12:symposium:公共法律服务:区司法局'));
  it('or by whom it was made to', () =>
    given(built('institution.VisitMade')).thenKeys('contact:2022-06-15:study:智慧矫正:桃江县司法局'));
});

describe('a regulation', () => {
  const given = specFor(regulation, {});
  const adopted = built('institution.RegulationAdopted');
  it('is adopted', () => given().when(adopted).then(accepted));
  it('binds nobody before it was adopted', () =>
    given()
      .when(built('institution.RegulationAdopted', { effectiveOn: '2022-01-19' }))
      .then(rejected('institution.effective-too-early')));
  it('is amended', () => given(adopted).when(built('institution.RegulationAmended')).then(accepted));
  it('is amended for the time to come', () =>
    given(adopted)
      .when(built('institution.RegulationAmended', { effectiveOn: '2022-08-31' }))
      .then(rejected('institution.effective-too-early')));
  it('is repealed, and then no longer amended', () =>
    given(adopted, built('institution.RegulationRepealed'))
      .when(built('institution.RegulationAmended', { amendedOn: '2023-03-01', effectiveOn: '2023-03-01' }))
      .then(rejected('illegal-step')));
  it('is known again by number and title', () =>
    given(adopted).thenKeys('regulation:资司发〔2022〕2号:行政执法人员持证上岗制度'));
});

describe('powers handed down', () => {
  const given = specFor(delegation, {});
  const delegated = built('institution.PowerDelegated');
  it('are so many items', () => given().when(delegated).then(accepted));
  it('are taken back in part', () => given(delegated, built('institution.PowerWithdrawn')).thenStatus('in-force'));
  it('are taken back whole', () =>
    given(
      delegated,
      built('institution.PowerWithdrawn'),
      built('institution.PowerWithdrawn', { withdrawnOn: '2023-05-01', itemCount: 50 }),
    ).thenStatus('withdrawn'));
  it('are not more when they are taken back', () =>
    given(delegated, built('institution.PowerWithdrawn'))
      .when(built('institution.PowerWithdrawn', { withdrawnOn: '2023-05-01', itemCount: 51 }))
      .then(rejected('institution.more-withdrawn-than-delegated')));
  it('are known again by number and town', () => given(delegated).thenKeys('delegation:资政发〔2022〕5号:迎风桥镇'));
});

describe('an honour', () => {
  const given = specFor(honour, {});
  const awarded = built('institution.HonourAwarded');
  it('goes to an office', () => given().when(awarded).then(accepted));
  it('goes to a person', () =>
    given()
      .when(built('institution.HonourAwarded', { kind: 'individual', personRef: PERSON }))
      .then(accepted));
  it('makes a village a demonstration village', () =>
    given()
      .when(built('institution.HonourAwarded', { kind: 'demonstration-village', villageCode: '430902104201' }))
      .then(accepted));
  it.each([
    ['a person nobody names', { kind: 'individual' as const }],
    ['an office with a person beside it', { personRef: PERSON }],
    ['a village without its code', { kind: 'demonstration-village' as const }],
    ['nobody', { recipientUnit: undefined }],
  ])('does not go to %s', (_, data) =>
    given().when(built('institution.HonourAwarded', data)).then(rejected('institution.recipient-not-fitting')),
  );
  it('is taken back, and its number is free', () => {
    given(awarded).thenKeys('honour:益平安发〔2022〕9号:平安益阳建设先进集体:大码头司法所');
    given(awarded, built('institution.HonourRevoked')).thenKeys();
  });
});
