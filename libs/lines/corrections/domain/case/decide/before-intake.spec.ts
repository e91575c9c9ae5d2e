import { settle } from '#application/settings.js';
import { accepted, conflictsWith, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import {
  correctionTerminated as terminated,
  id,
  legalDocumentsReceived as papers,
  nonReportRecorded as nonReport,
  subjectReceived as received,
  subjectReported as reported,
} from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const other = id('somebody else');

describe('papers (法律文书)', () => {
  it('opens a case', () => given().when(papers()).then(accepted));
  it('keeps the same papers once', () => given(papers()).when(papers()).then(nothing));
  it('takes the same papers when they complete the set', () =>
    given(papers())
      .when(papers({ docsReceivedOn: '2023-01-09', complete: true }))
      .then(accepted));
  it('takes missing ones in after intake', () =>
    given(received({ docsComplete: false }))
      .when(papers({ docsReceivedOn: '2023-01-16', docs: [{ kind: 'execution-notice', no: '执字1号' }] }))
      .then(accepted));
  it('takes a paper in after the case is closed', () =>
    given(received(), terminated())
      .when(papers({ docsReceivedOn: '2023-12-08', docs: [{ kind: 'ruling', no: '裁字1号' }] }))
      .then(accepted));
  it('files nobody else with the case', () =>
    given(papers())
      .when(papers({ personRef: other, docsReceivedOn: '2023-01-07' }))
      .then(rejected('corrections.other-person')));
  it('files no other judgment with the case', () =>
    given(papers())
      .when(papers({ judgmentDocNo: '别号', docsReceivedOn: '2023-01-07' }))
      .then(rejected('corrections.other-judgment')));
});

describe('reporting (报到)', () => {
  it('opens a case', () => given().when(reported()).then(accepted));
  it('follows the papers', () => given(papers()).when(reported()).then(accepted));
  it('happens on the day the judgment takes effect', () =>
    given()
      .when(reported({ reportedOn: '2023-01-04' }))
      .then(accepted));
  it('does not happen before the judgment takes effect', () =>
    given()
      .when(reported({ reportedOn: '2023-01-03' }))
      .then(rejected('corrections.before-effect')));
  it('happens once', () =>
    given(papers(), reported())
      .when(reported({ reportedOn: '2023-01-10' }))
      .then(rejected('illegal-step')));
  it('is by the person the papers are about', () =>
    given(papers())
      .when(reported({ personRef: other }))
      .then(rejected('corrections.other-person')));
});

describe('not reporting in time (逾期未报到)', () => {
  it('is recorded the day after the tenth', () => given(papers()).when(nonReport()).then(accepted));
  it('is not recorded on the tenth', () =>
    given(papers())
      .when(nonReport({ overdueOn: '2023-01-14' }))
      .then(rejected('corrections.not-yet-overdue')));
  it('is not recorded of who has reported', () =>
    given(papers(), reported()).when(nonReport()).then(rejected('illegal-step')));
  it('is of the person the papers are about', () =>
    given(papers())
      .when(nonReport({ judgmentDocNo: '别号' }))
      .then(rejected('corrections.other-judgment')));
  it('ends when the subject is found and reports', () =>
    given(papers(), nonReport())
      .when(reported({ reportedOn: '2023-02-01' }))
      .then(accepted));
  it('cannot stand once an earlier report is entered late', () =>
    given(papers(), nonReport()).when(reported()).then(conflictsWith('illegal-step')));
});
