import { settle } from '#application/settings.js';
import { builderOf } from '../../../../../test/support/built.js';
import { accepted, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { settings } from '../../settings.js';
import type { ReconsiderationEvent } from '../events/index.js';
import { examples } from '../examples.js';
import { reconsiderationCase } from './stream.js';

const given = specFor(reconsiderationCase, settle(settings));
const built = builderOf<ReconsiderationEvent>(examples);
const applied = built('reconsideration.ReconsiderationApplied');
const open = [applied, built('reconsideration.ReconsiderationAccepted')];
const summary = [applied, built('reconsideration.ReconsiderationAccepted', { procedure: 'summary' })];
const before2024 = [
  built('reconsideration.ReconsiderationApplied', { receivedOn: '2023-03-01', actKnownOn: '2023-02-20' }),
  built('reconsideration.ReconsiderationAccepted', { acceptedOn: '2023-03-06' }),
];
const copy = built('reconsideration.CopySent');
const suspended = built('reconsideration.ProceedingsSuspended');
const resumed = built('reconsideration.ProceedingsResumed');
type Extension = Parameters<typeof built<'reconsideration.TermExtended'>>[1];
const extended = (data: Extension = {}) => built('reconsideration.TermExtended', data);

describe('copy and reply', () => {
  it('the copy goes out once', () => {
    given(...open)
      .when(copy)
      .then(accepted);
    given(...open, copy)
      .when(copy)
      .then(nothing);
    given(...open, copy)
      .when(built('reconsideration.CopySent', { sentOn: '2024-03-12', respondentReceivedOn: undefined }))
      .then(rejected('reconsideration.copy-already-sent'));
  });
  it('does not arrive before it is sent', () =>
    given(...open)
      .when(built('reconsideration.CopySent', { respondentReceivedOn: '2024-03-07' }))
      .then(rejected('reconsideration.dates-reversed')));
  it('the reply answers a copy', () => {
    given(...open, copy)
      .when(built('reconsideration.ReplyReceived'))
      .then(accepted);
    given(...open)
      .when(built('reconsideration.ReplyReceived'))
      .then(rejected('reconsideration.copy-not-sent'));
  });
});

describe('hearing the parties', () => {
  it('says why nobody could be heard', () => {
    given(...open)
      .when(built('reconsideration.OpinionsHeard', { mode: 'impossible' }))
      .then(rejected('reconsideration.reason-missing'));
    given(...open)
      .when(built('reconsideration.OpinionsHeard', { mode: 'impossible', reason: '无法联系' }))
      .then(accepted);
  });
  it('says why the head of the respondent did not come, since 2024', () => {
    const absent = built('reconsideration.HearingHeld', { respondentHeadPresent: false });
    given(...open)
      .when(absent)
      .then(rejected('reconsideration.absence-unexplained'));
    given(...before2024)
      .when(absent)
      .then(accepted);
  });
  it('ends in an agreement only when both are willing', () => {
    given(...open)
      .when(built('reconsideration.MediationHeld', { respondentConsents: false }))
      .then(rejected('reconsideration.mediation-without-consent'));
    given(...open)
      .when(built('reconsideration.MediationHeld', { respondentConsents: false, result: 'failed' }))
      .then(accepted);
  });
});

describe('suspension', () => {
  it('stops the case until it is resumed', () => {
    given(...open)
      .when(suspended)
      .then(accepted);
    given(...open, suspended)
      .when(suspended)
      .then(rejected('illegal-step'));
    given(...open, suspended)
      .when(extended())
      .then(rejected('illegal-step'));
    given(...open, suspended, resumed).thenStatus('in-review');
    given(...open)
      .when(resumed)
      .then(rejected('illegal-step'));
  });
  it('for mediation is of the revised law', () =>
    given(...before2024)
      .when(built('reconsideration.ProceedingsSuspended', { suspendedOn: '2023-03-20', ground: 'mediation' }))
      .then(rejected('reconsideration.not-in-force')));
});

describe('putting the decision off', () => {
  it('by thirty days at most, counted from the day it is due', () => {
    given(...open)
      .when(extended())
      .then(accepted);
    given(...open)
      .when(extended({ newDueOn: '2024-06-06' }))
      .then(rejected('reconsideration.extension-too-long'));
    given(...open)
      .when(extended({ newDueOn: '2024-05-06' }))
      .then(rejected('reconsideration.extension-not-later'));
  });
  it('once', () =>
    given(...open, extended())
      .when(extended({ extendedOn: '2024-05-20', newDueOn: '2024-06-20' }))
      .then(rejected('reconsideration.already-extended')));
  it('before the term is over', () =>
    given(...open)
      .when(extended({ extendedOn: '2024-05-07' }))
      .then(rejected('reconsideration.extended-after-term')));
  it('counted from the later day where the case stood still for twenty days', () => {
    // Due on Saturday 25 May, so on Monday the 27th.
    given(...open, suspended, resumed)
      .when(extended({ extendedOn: '2024-05-20', newDueOn: '2024-06-26' }))
      .then(accepted);
    given(...open, suspended, resumed)
      .when(extended({ extendedOn: '2024-05-20', newDueOn: '2024-05-27' }))
      .then(rejected('reconsideration.extension-not-later'));
  });
  it('not in the summary procedure, unless it became an ordinary one', () => {
    given(...summary)
      .when(extended())
      .then(rejected('reconsideration.summary-not-extendable'));
    given(...summary, built('reconsideration.ProcedureSwitched'))
      .when(extended())
      .then(accepted);
    given(...open)
      .when(built('reconsideration.ProcedureSwitched'))
      .then(rejected('reconsideration.not-summary'));
  });
  it('by the head of the authority before 2024, whose term ran from receipt', () => {
    const late = { extendedOn: '2023-04-27', newDueOn: '2023-05-30' };
    given(...before2024)
      .when(extended(late))
      .then(rejected('reconsideration.approver-not-competent'));
    given(...before2024)
      .when(extended({ ...late, approver: 'authority-head' }))
      .then(accepted);
    given(...before2024)
      .when(extended({ ...late, newDueOn: '2023-06-02', approver: 'authority-head' }))
      .then(rejected('reconsideration.extension-too-long'));
  });
});

describe('review of a norm', () => {
  const opened = built('reconsideration.NormReviewOpened');
  const step = (name: 'maker-notified' | 'handled') => built('reconsideration.NormReviewStepTaken', { step: name });
  it('is opened once for each norm', () =>
    given(...open, opened)
      .when(opened)
      .then(rejected('reconsideration.norm-review-exists')));
  it('takes its steps, each once, until it is handled', () => {
    given(...open, suspended, opened)
      .when(step('maker-notified'))
      .then(accepted);
    given(...open, opened, step('maker-notified'))
      .when(step('maker-notified'))
      .then(nothing);
    given(...open)
      .when(step('maker-notified'))
      .then(rejected('reconsideration.norm-review-unknown'));
    given(...open, opened, step('handled'))
      .when(step('maker-notified'))
      .then(rejected('reconsideration.norm-review-closed'));
  });
});
