import { settle } from '#application/settings.js';
import { accepted, nothing, rejected, specFor } from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import * as event from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const twoLevels = specFor(correctionCase, settle(settings, { managementLevels: ['strict', 'general'] }));
const received = event.subjectReceived();
const outside = event.subjectReceived({ category: 'outside-prison', outsidePrisonGround: 'medical' });

describe('what may always happen in the register, and never before it', () => {
  it.each([
    event.reportMade(),
    event.reportMissed(),
    event.visitConducted(),
    event.educationAttended(),
    event.welfareActivityAttended(),
    event.assistanceGiven(),
    event.periodicEvaluationRecorded(),
  ])('$type', (happened) => {
    given(received).when(happened).then(accepted);
    // Two talks on one day are two talks: only the id of the command tells a retry.
    given(received, happened).when(happened).then(accepted);
    given().when(happened).then(rejected('illegal-step'));
    given(event.subjectReported()).when(happened).then(rejected('illegal-step'));
  });
});

describe('office and level', () => {
  it('moves the case to another justice office', () => given(received).when(event.officeReassigned()).then(accepted));
  it('moves it nowhere when it is there', () =>
    given(received, event.officeReassigned())
      .when(event.officeReassigned({ reassignedOn: '2023-06-01' }))
      .then(nothing));
  it('moves no case before intake', () =>
    given(event.legalDocumentsReceived()).when(event.officeReassigned()).then(rejected('illegal-step')));
  it('sets a level', () => given(received).when(event.managementLevelSet()).then(accepted));
  it('sets the same level once', () =>
    given(received, event.managementLevelSet())
      .when(event.managementLevelSet({ setOn: '2023-05-01' }))
      .then(nothing));
  it('knows the level of an imported case', () =>
    given(event.openingBalanceImported({ managementLevel: 'general' }))
      .when(event.managementLevelSet())
      .then(nothing));
  it('sets no level the province does not have', () =>
    twoLevels(received)
      .when(event.managementLevelSet({ level: 'lenient' }))
      .then(rejected('corrections.level-not-in-use')));
});

describe('training and medical reviews', () => {
  it('ends a course after it began', () => {
    given(received).when(event.skillTrainingCompleted()).then(accepted);
    given(received)
      .when(event.skillTrainingCompleted({ startedOn: '2023-04-14' }))
      .then(accepted);
    given(received)
      .when(event.skillTrainingCompleted({ startedOn: '2023-04-15' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('reviews the condition of those outside prison alone', () => {
    given(outside).when(event.conditionReviewSubmitted()).then(accepted);
    given(received).when(event.conditionReviewSubmitted()).then(rejected('corrections.only-outside-prison'));
  });
});

describe('key persons (重点对象)', () => {
  it('lists a subject', () => given(received).when(event.keyPersonListed()).then(accepted));
  it('lists a subject once', () => {
    given(received, event.keyPersonListed()).when(event.keyPersonListed()).then(nothing);
    given(received, event.keyPersonListed())
      .when(event.keyPersonListed({ reason: 'hardship' }))
      .then(rejected('corrections.already-listed'));
  });
  it('takes off the list who is on it', () => {
    given(received, event.keyPersonListed()).when(event.keyPersonUnlisted()).then(accepted);
    given(received).when(event.keyPersonUnlisted()).then(rejected('corrections.not-listed'));
  });
  it('lists a subject again', () =>
    given(received, event.keyPersonListed(), event.keyPersonUnlisted())
      .when(event.keyPersonListed({ listedOn: '2023-08-01' }))
      .then(accepted));
});

describe('opinions of the procuratorate (检察意见)', () => {
  const opinion = event.procuratorialOpinionReceived();
  const answer = event.procuratorialOpinionAnswered();
  it('keeps an opinion once', () => {
    given(received).when(opinion).then(accepted);
    given(received, opinion).when(opinion).then(nothing);
  });
  it('answers an opinion there is, once', () => {
    given(received, opinion).when(answer).then(accepted);
    given(received).when(answer).then(rejected('corrections.no-such-opinion'));
    given(received, opinion, answer).when(answer).then(nothing);
    given(received, opinion, answer)
      .when(event.procuratorialOpinionAnswered({ docNo: '桃司函2号' }))
      .then(rejected('corrections.already-answered'));
  });
});
