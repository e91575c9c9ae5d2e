import { settle } from '#application/settings.js';
import { accepted, needsApproval, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import {
  correctionTerminated as terminated,
  id,
  leaveApproved,
  legalDocumentsReceived as papers,
  nonReportRecorded as nonReport,
  openingBalanceImported as opening,
  reportMade,
  subjectReceived as received,
  subjectReported as reported,
  subjectTransferredIn as transferredIn,
} from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const other = id('somebody else');

describe('intake (接收)', () => {
  it('takes a subject in, with or without the steps before', () => {
    given().when(received()).then(accepted);
    given(papers(), reported()).when(received()).then(accepted);
    given(papers(), nonReport())
      .when(received({ receivedOn: '2023-02-01' }))
      .then(accepted);
  });
  it('takes a subject in without complete papers', () =>
    given()
      .when(received({ docsComplete: false }))
      .then(accepted));
  it('takes a subject in once', () =>
    given(received())
      .when(received({ receivedOn: '2023-02-01' }))
      .then(rejected('illegal-step')));
  it('is of the person the papers are about', () =>
    given(papers())
      .when(received({ personRef: other }))
      .then(rejected('corrections.other-person')));
  it('waits for the judgment to take effect (CC-R02)', () =>
    given()
      .when(received({ receivedOn: '2023-01-03', correctionFrom: '2023-01-01' }))
      .then(rejected('corrections.before-effect')));
  it('counts from the decision for serving outside prison (CC-R02)', () => {
    const outside = {
      category: 'outside-prison',
      outsidePrisonGround: 'medical',
      correctionFrom: '2022-12-20',
    } as const;
    given()
      .when(received({ ...outside, receivedOn: '2023-01-03' }))
      .then(accepted);
    given()
      .when(received({ ...outside, receivedOn: '2022-12-19', correctionFrom: '2022-12-01' }))
      .then(rejected('corrections.before-effect'));
  });
  it('asks for the ground of serving outside prison, and only there', () => {
    given()
      .when(received({ category: 'outside-prison' }))
      .then(rejected('corrections.ground-not-for-category'));
    given()
      .when(received({ outsidePrisonGround: 'medical' }))
      .then(rejected('corrections.ground-not-for-category'));
  });
  it('lies within the term, both ends included (CC-R03)', () => {
    given()
      .when(received({ receivedOn: '2023-01-04' }))
      .then(accepted);
    given()
      .when(received({ receivedOn: '2025-01-03' }))
      .then(accepted);
    given()
      .when(received({ receivedOn: '2025-01-04' }))
      .then(rejected('corrections.outside-term'));
    given()
      .when(received({ correctionFrom: '2023-01-11', correctionTo: '2025-01-10' }))
      .then(rejected('corrections.outside-term'));
  });
  it('holds the person, the judgment and the number of the platform', () =>
    given(received({ subjectNo: '43092220230001' })).thenKeys(
      `case:${id('person')}:(2022)湘0922刑初300号`,
      `open-case:${id('person')}`,
      'subject:43092220230001',
    ));
  it('holds the person from the first paper on (CC-R01)', () =>
    given(papers()).thenKeys(`case:${id('person')}:(2022)湘0922刑初300号`, `open-case:${id('person')}`));
  it('gives the person free once the case is closed, and keeps the judgment', () =>
    given(received(), terminated()).thenKeys(`case:${id('person')}:(2022)湘0922刑初300号`));
  it('has nothing happen before it (CC-R08)', () => {
    given(received())
      .when(reportMade({ reportedOn: '2023-01-09' }))
      .then(rejected('illegal-step'));
    given(papers(), reported()).when(leaveApproved()).then(rejected('illegal-step'));
  });
});

describe('the term (CC-R04) is a warning, since old papers are wrong at times', () => {
  const outOfBounds = needsApproval('corrections.term-out-of-bounds');
  const term = (correctionTo: string, more: Parameters<typeof received>[0] = {}) => received({ correctionTo, ...more });
  it.each([
    ['probation of one year', term('2024-01-03'), accepted],
    ['probation under one year', term('2024-01-02'), outOfBounds],
    ['probation of five years', term('2028-01-03'), accepted],
    ['probation of five years and the day itself', term('2028-01-04'), accepted],
    ['probation over five years', term('2028-01-05'), outOfBounds],
    ['probation shorter than the sentence', term('2024-01-03', { originalTermMonths: 18 }), outOfBounds],
    [
      'probation on detention, two months',
      term('2023-03-03', { mainPenalty: 'criminal-detention', originalTermMonths: 1 }),
      accepted,
    ],
    [
      'probation on detention, over a year',
      term('2024-01-05', { mainPenalty: 'criminal-detention', originalTermMonths: 1 }),
      outOfBounds,
    ],
    ['public surveillance of three months', term('2023-04-03', { category: 'public-surveillance' }), accepted],
    ['public surveillance under three months', term('2023-04-02', { category: 'public-surveillance' }), outOfBounds],
    ['public surveillance over two years', term('2025-01-05', { category: 'public-surveillance' }), outOfBounds],
    [
      'the same for several offences',
      term('2025-01-05', { category: 'public-surveillance', combinedOffences: true }),
      accepted,
    ],
    ['parole within the sentence', term('2023-06-01', { category: 'parole', originalTermMonths: 36 }), accepted],
    ['parole beyond the sentence', term('2026-01-05', { category: 'parole', originalTermMonths: 36 }), outOfBounds],
    ['parole from life, ten years', term('2033-01-03', { category: 'parole', mainPenalty: 'life' }), accepted],
    ['parole from life, nine years', term('2032-01-03', { category: 'parole', mainPenalty: 'life' }), outOfBounds],
    ['an old record of no category', term('2023-01-20', { category: 'other' }), accepted],
  ])('%s', (_name, event, expected) => given().when(event).then(expected));
});

describe('transfer in (转入) and opening balance (期初导入)', () => {
  it('takes a subject over', () => given().when(transferredIn()).then(accepted));
  it('takes a subject over from the first day of the term to the last', () => {
    given()
      .when(transferredIn({ transferredInOn: '2023-01-04' }))
      .then(accepted);
    given()
      .when(transferredIn({ transferredInOn: '2025-01-03' }))
      .then(accepted);
    given()
      .when(transferredIn({ transferredInOn: '2023-01-03' }))
      .then(rejected('corrections.outside-term'));
  });
  it('takes a subject over once', () => given(transferredIn()).when(transferredIn()).then(rejected('illegal-step')));
  it('takes nobody over after the term', () =>
    given()
      .when(transferredIn({ transferredInOn: '2025-01-04' }))
      .then(rejected('corrections.outside-term')));
  it('names the ground of serving outside prison', () =>
    given()
      .when(transferredIn({ category: 'outside-prison' }))
      .then(rejected('corrections.ground-not-for-category')));
  it('is of the person the papers are about', () =>
    given(papers())
      .when(transferredIn({ personRef: other }))
      .then(rejected('corrections.other-person')));
  it('imports an open case', () => given().when(opening()).then(accepted));
  it('imports who came in that very day, for a term of one day', () =>
    given()
      .when(opening({ receivedOn: '2022-12-31', correctionFrom: '2022-12-31', correctionTo: '2022-12-31' }))
      .then(accepted));
  it('imports it once', () => given(opening()).when(opening()).then(rejected('illegal-step')));
  it('asks when the subject came into the register', () =>
    given()
      .when(opening({ receivedOn: undefined }))
      .then(rejected('corrections.received-on-missing')));
  it('asks for no intake of who has only been announced', () => {
    given()
      .when(opening({ state: 'notified', receivedOn: undefined }))
      .then(accepted);
    given(opening({ state: 'notified', receivedOn: undefined })).thenStatus('notified');
  });
  it('refuses an intake after the day of the import', () =>
    given()
      .when(opening({ receivedOn: '2023-01-01' }))
      .then(rejected('corrections.dates-reversed')));
  it('refuses a term that ends before it begins', () =>
    given()
      .when(opening({ correctionTo: '2022-04-30' }))
      .then(rejected('corrections.dates-reversed')));
  it('refuses a ground without its category', () =>
    given()
      .when(opening({ outsidePrisonGround: 'medical' }))
      .then(rejected('corrections.ground-not-for-category')));
});
