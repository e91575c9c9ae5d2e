import { settle } from '#application/settings.js';
import {
  accepted,
  conflictsWith,
  needsApproval,
  nothing,
  rejected,
  specFor,
} from '../../../../../../test/support/spec-for.js';
import { settings } from '../../../settings.js';
import * as event from '../../builders.js';
import { correctionCase } from '../stream.js';

const given = specFor(correctionCase, settle(settings));
const { correctionTerminated: terminated, subjectReceived, subjectReleased: released } = event;
const received = subjectReceived();

describe('shortening the term (减刑)', () => {
  const granted = event.sentenceReductionGranted;
  const proposed = event.sentenceReductionProposed;
  it('is proposed once', () => {
    given(received).when(proposed()).then(accepted);
    given(received, proposed()).when(proposed()).then(nothing);
  });
  it('shortens', () => {
    given(received).when(granted()).then(accepted);
    given(received, granted()).when(granted()).then(nothing);
    given(received)
      .when(granted({ newCorrectionTo: '2025-01-03' }))
      .then(rejected('corrections.reduction-not-shorter'));
    given(received)
      .when(granted({ newCorrectionTo: '2023-01-03' }))
      .then(rejected('corrections.reduction-not-shorter'));
  });
  it('shortens to a single day at most', () =>
    given(received)
      .when(granted({ newCorrectionTo: '2023-01-04' }))
      .then(accepted));
  it('moves the day of release', () =>
    given(received, granted())
      .when(released({ releasedOn: '2024-10-03' }))
      .then(accepted));
});

describe('revocation (撤销缓刑、假释，收监执行)', () => {
  const proposed = event.revocationProposed;
  const ruled = event.revocationRuled;
  const outside = subjectReceived({ category: 'outside-prison', outsidePrisonGround: 'medical' });
  it('suits the category', () => {
    given(received).when(proposed()).then(accepted);
    given(received)
      .when(proposed({ kind: 'parole-revoked' }))
      .then(rejected('corrections.kind-not-for-category'));
    given(outside)
      .when(proposed({ kind: 'taken-into-prison' }))
      .then(accepted);
    given(outside).when(proposed()).then(rejected('corrections.kind-not-for-category'));
    given(subjectReceived({ category: 'other' }))
      .when(proposed())
      .then(accepted);
    given(received)
      .when(ruled({ kind: 'parole-revoked', courtInitiated: true }))
      .then(rejected('corrections.kind-not-for-category'));
  });
  it('is proposed one at a time', () => {
    given(received, proposed()).when(proposed()).then(nothing);
    given(received, proposed())
      .when(proposed({ docNo: '桃司矫撤建2号' }))
      .then(rejected('corrections.revocation-proposed-already'));
    given(received, proposed(), ruled({ outcome: 'denied' }))
      .when(proposed({ docNo: '桃司矫撤建2号', proposedOn: '2023-12-11' }))
      .then(accepted);
  });
  it('is ruled on where proposed, or by the court of itself', () => {
    given(received, proposed()).when(ruled()).then(accepted);
    given(received).when(ruled()).then(rejected('corrections.not-proposed'));
    given(received)
      .when(ruled({ courtInitiated: true }))
      .then(accepted);
    given(received, proposed(), ruled()).when(ruled()).then(nothing);
  });
});

describe('papers and borders', () => {
  const report = event.exitControlReported;
  const control = event.borderControlImposed;
  const lifted = event.borderControlLifted;
  const seized = event.travelDocumentSeized;
  const returned = event.travelDocumentReturned;
  it('reports a period once', () => {
    given(received).when(report()).then(accepted);
    given(received, report()).when(report()).then(nothing);
    given(received, report())
      .when(report({ authority: '市公安局' }))
      .then(rejected('corrections.exit-control-reported'));
    given(received, report())
      .when(report({ from: '2023-06-01' }))
      .then(accepted);
    given(received)
      .when(report({ to: '2023-01-12' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('controls the border once at a time', () => {
    given(received).when(control()).then(accepted);
    given(received, control()).when(control()).then(nothing);
    given(received, control())
      .when(control({ docNo: '桃公控2号' }))
      .then(rejected('corrections.border-control-on'));
    given(received, control({ to: '2023-06-30' }))
      .when(control({ docNo: '桃公控2号', imposedOn: '2023-07-01' }))
      .then(accepted);
    given(received)
      .when(control({ to: '2023-02-14' }))
      .then(rejected('corrections.dates-reversed'));
  });
  it('reports and controls a single day, and controls to the last', () => {
    given(received)
      .when(report({ to: '2023-01-13' }))
      .then(accepted);
    given(received)
      .when(control({ to: '2023-02-15' }))
      .then(accepted);
    given(received, control({ to: '2023-06-30' }))
      .when(control({ docNo: '桃公控2号', imposedOn: '2023-06-30' }))
      .then(rejected('corrections.border-control-on'));
  });
  it('lifts a control there is, even after the end', () => {
    given(received, control()).when(lifted()).then(accepted);
    given(received).when(lifted()).then(rejected('corrections.no-border-control'));
    given(received, control(), terminated()).when(lifted()).then(accepted);
  });
  it('gives back no more documents than it took, even after the end', () => {
    given(received).when(seized()).then(accepted);
    given(received, seized()).when(returned()).then(accepted);
    given(received, seized(), terminated()).when(returned()).then(accepted);
    given(received, seized())
      .when(returned({ count: 2 }))
      .then(rejected('corrections.travel-document-not-held'));
    given(received, seized(), returned()).when(returned()).then(rejected('corrections.travel-document-not-held'));
    given(received, seized())
      .when(returned({ docKind: 'taiwan-permit' }))
      .then(rejected('corrections.travel-document-not-held'));
  });
});

describe('release (解除, CC-R05)', () => {
  it('comes with the last day of the term', () => {
    given(received).when(released()).then(accepted);
    given(received)
      .when(released({ releasedOn: '2025-01-02' }))
      .then(rejected('corrections.term-not-over'));
    given(received)
      .when(released({ releasedOn: '2024-01-02', kind: 'pardoned' }))
      .then(accepted);
  });
  it('is of somebody in the register', () => {
    given().when(released()).then(rejected('illegal-step'));
    given(event.legalDocumentsReceived(), event.subjectReported()).when(released()).then(rejected('illegal-step'));
  });
  it('does not come before intake', () =>
    given(received)
      .when(released({ releasedOn: '2023-01-09', kind: 'pardoned' }))
      .then(rejected('illegal-step')));
  it('happens once, and nothing follows', () => {
    given(received, released()).when(released()).then(rejected('illegal-step'));
    given(received, released())
      .when(terminated({ terminatedOn: '2025-02-01' }))
      .then(rejected('illegal-step'));
    given(received, released())
      .when(event.visitConducted({ visitedOn: '2025-02-01' }))
      .then(rejected('illegal-step'));
  });
  it('cannot be entered before what has happened since', () =>
    given(received, event.visitConducted({ visitedOn: '2025-01-06' }))
      .when(released())
      .then(conflictsWith('illegal-step')));
  it('asks for a second person over an open leave', () => {
    const leave = event.leaveApproved();
    given(received, leave).when(released()).then(needsApproval('corrections.leave-open'));
    given(received, leave, event.leaveDeparted()).when(released()).then(needsApproval('corrections.leave-open'));
    given(received, leave, event.leaveDeparted(), event.leaveReturned()).when(released()).then(accepted);
    given(received, leave, event.leaveCancelled()).when(released()).then(accepted);
  });
  it('asks for a second person over an open change of place', () => {
    given(received, event.placeChangeRequested()).when(released()).then(needsApproval('corrections.change-open'));
    given(received, event.placeChangeRequested(), event.placeChangeDecided({ decision: 'refused' }))
      .when(released())
      .then(accepted);
  });
  it('asks for a second person over a proposal to revoke', () => {
    given(received, event.revocationProposed()).when(released()).then(needsApproval('corrections.revocation-pending'));
    given(received, event.revocationProposed(), event.revocationRuled({ outcome: 'denied' }))
      .when(released())
      .then(accepted);
  });
  it('names everything that is still open', () =>
    given(received, event.leaveApproved(), event.placeChangeRequested(), event.revocationProposed())
      .when(released())
      .then(needsApproval('corrections.leave-open', 'corrections.change-open', 'corrections.revocation-pending')));
});

describe('termination (终止, CC-R05b)', () => {
  it('has a document, unless it is a death', () => {
    given(received).when(terminated()).then(accepted);
    given(received)
      .when(terminated({ docNo: undefined }))
      .then(rejected('corrections.document-missing'));
    given(received)
      .when(terminated({ kind: 'death', docNo: undefined, deathKind: 'natural' }))
      .then(accepted);
    given(received)
      .when(terminated({ deathKind: 'natural' }))
      .then(rejected('corrections.death-kind-misplaced'));
  });
  it('suits the category', () => {
    given(received)
      .when(terminated({ kind: 'parole-revoked' }))
      .then(rejected('corrections.kind-not-for-category'));
    given(received)
      .when(terminated({ kind: 'taken-into-prison' }))
      .then(rejected('corrections.kind-not-for-category'));
    given(received)
      .when(terminated({ kind: 'other' }))
      .then(accepted);
  });
  it('is of somebody in the register, once', () => {
    given().when(terminated()).then(rejected('illegal-step'));
    given(received, terminated()).when(terminated()).then(rejected('illegal-step'));
    given(received, terminated()).thenStatus('terminated');
  });
});
