import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, conflictsWith, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import { examples, id } from '../examples.js';
import type { AftercareEvent } from '../events/index.js';
import { aftercareCase } from './procedure.js';

const given = specFor(aftercareCase, settle(settings));
const built = builderOf<AftercareEvent>(examples);
const noticed = built('aftercare.PreReleaseNotified');
const released = built('aftercare.PrisonerReleased');
const handedOver = built('aftercare.HandedOverFromCorrection');
const linked = built('aftercare.AftercareLinked');

describe('before release (预释放)', () => {
  it('takes a notice', () => given().when(noticed).then(accepted));
  it('takes the same notice once', () => given(noticed).when(noticed).then(nothing));
  it('does not let one notice say two days', () =>
    given(noticed)
      .when(built('aftercare.PreReleaseNotified', { expectedReleaseOn: '2023-04-01' }))
      .then(rejected('aftercare.notice-exists')));
  it('takes a new notice after a reduction of the sentence', () =>
    given(noticed)
      .when(
        built('aftercare.PreReleaseNotified', {
          noticeNo: '释通〔2023〕45号',
          noticeOn: '2023-02-20',
          expectedReleaseOn: '2023-03-01',
        }),
      )
      .then(accepted));
  it('takes a notice that came after the person did, and nobody is forecast any more', () =>
    given(released, built('aftercare.PreReleaseNotified', { noticeOn: '2023-03-12' })).thenStatus('released'));
  it('knows the notice again', () => given(noticed).thenKeys(`notice:${id('person')}:释通〔2023〕31号`));
  it('hands the information to an office once, and to another when it has to', () => {
    given(noticed).when(built('aftercare.InfoForwarded')).then(accepted);
    given(noticed, built('aftercare.InfoForwarded')).when(built('aftercare.InfoForwarded')).then(nothing);
    given(noticed, built('aftercare.InfoForwarded'))
      .when(built('aftercare.InfoForwarded', { officeCode: '430922002' }))
      .then(accepted);
  });
  it('verifies, and verifies again', () =>
    given(noticed, built('aftercare.InfoVerified', { result: 'wrong' }))
      .when(built('aftercare.InfoVerified', { verifiedOn: '2023-02-20' }))
      .then(accepted));
});

describe('release (刑满释放)', () => {
  it('follows the notice', () => given(noticed).when(released).then(accepted));
  it('opens a case where no notice came', () => given().when(released).then(accepted));
  it('is of the person the notice is about', () =>
    given(noticed)
      .when(built('aftercare.PrisonerReleased', { personRef: id('somebody else') }))
      .then(rejected('aftercare.other-person')));
  it('does not come before the sentence began', () => {
    given()
      .when(built('aftercare.PrisonerReleased', { sentenceFrom: '2023-03-11' }))
      .then(rejected('aftercare.released-before-sentence'));
    given()
      .when(built('aftercare.PrisonerReleased', { sentenceFrom: '2023-03-10' }))
      .then(accepted);
  });
  it('happens once', () => given(released).when(released).then(rejected('illegal-step')));
  it('is known by person and certificate', () => given(released).thenKeys(`release:${id('person')}:释字〔2023〕12号`));
});

describe('hand-over from correction (解除矫正移交)', () => {
  it('opens a case with little more than the person and the day', () =>
    given()
      .when(built('aftercare.HandedOverFromCorrection', { certificateNo: undefined }))
      .then(accepted));
  it('stays quiet when the same record is handed over again', () => {
    given(handedOver).when(handedOver).then(nothing);
    given(handedOver, built('aftercare.AftercareLinked', { linkedOn: '2023-03-10' }))
      .when(handedOver)
      .then(nothing);
  });
  it('does not hand two records over into one case', () =>
    given(handedOver)
      .when(built('aftercare.HandedOverFromCorrection', { sourceRecordId: id('another') }))
      .then(rejected('aftercare.hand-over-exists')));
  it('knows the record again, in whatever case', () =>
    given(built('aftercare.HandedOverFromCorrection', { certificateNo: undefined })).thenKeys(
      `hand-over:${id('correction-case')}`,
    ));
});

describe('the link (衔接)', () => {
  it('joins a released person with an office', () => given(released).when(linked).then(accepted));
  it('may be made on the day of release', () =>
    given(released)
      .when(built('aftercare.AftercareLinked', { linkedOn: '2023-03-10', mode: 'collected' }))
      .then(accepted));
  it('does not come before release', () => {
    given(noticed).when(linked).then(rejected('illegal-step'));
    given(released)
      .when(built('aftercare.AftercareLinked', { linkedOn: '2023-03-09' }))
      .then(rejected('illegal-step'));
  });
  it('is made once', () => given(released, linked).when(linked).then(rejected('illegal-step')));
  it('holds the person, so that no second case supports them', () =>
    given(released, linked).thenKeys(`release:${id('person')}:释字〔2023〕12号`, `in-support:${id('person')}`));
  it('fails, and may come about later', () => {
    given(released).when(built('aftercare.LinkFailed')).then(accepted);
    given(released, built('aftercare.LinkFailed'))
      .when(built('aftercare.AftercareLinked', { linkedOn: '2023-06-01' }))
      .then(accepted);
  });
  it('does not fail once it is made', () =>
    given(released, linked).when(built('aftercare.LinkFailed')).then(rejected('illegal-step')));
  it('entered late must leave what was recorded for later possible', () =>
    given(released, built('aftercare.LinkFailed')).when(linked).then(conflictsWith('illegal-step')));
});

describe('other ways in', () => {
  it('takes in who moves here, after release', () => {
    given().when(built('aftercare.MovedIn')).then(accepted);
    given()
      .when(built('aftercare.MovedIn', { releasedOn: '2023-05-05' }))
      .then(rejected('aftercare.dates-reversed'));
  });
  it('takes over who was in support, or waited for it, when the system began', () => {
    given(built('aftercare.OpeningBalanceImported')).thenStatus('in-support');
    given(built('aftercare.OpeningBalanceImported', { state: 'released', linkedOn: undefined })).thenStatus('released');
  });
  it.each([
    ['released after the import', { releasedOn: '2023-01-01', linkedOn: undefined }],
    ['linked before release', { linkedOn: '2019-06-14' }],
    ['linked after the import', { linkedOn: '2023-01-01' }],
  ])('does not take over somebody %s', (_why, data) =>
    given().when(built('aftercare.OpeningBalanceImported', data)).then(rejected('aftercare.dates-reversed')),
  );
});
