import { builderOf } from '../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../test/support/played-log.js';
import type { DeadlineCode } from './deadlines.js';
import type { ReconsiderationEvent } from './domain/events/index.js';
import { examples } from './domain/examples.js';
import { reconsideration } from './index.js';

const built = builderOf<ReconsiderationEvent>(examples);
const dutiesOf = async (code: DeadlineCode, events: readonly Played[]) => {
  const log = new PlayedLog(reconsideration, '430922');
  log.on('a', ...events);
  const { duties } = await log.sheet();
  return duties.filter(({ deadline }) => deadline === code).map(({ dueOn, metOn }) => [dueOn, metOn]);
};

type Applied = Parameters<typeof built<'reconsideration.ReconsiderationApplied'>>[1];
const applied = (data: Applied = {}) => built('reconsideration.ReconsiderationApplied', data);
const accepted = built('reconsideration.ReconsiderationAccepted');
const summary = built('reconsideration.ReconsiderationAccepted', { procedure: 'summary' });
const open = [applied(), accepted];
const asked = built('reconsideration.SupplementRequested');
const supplied = built('reconsideration.CorrectionSupplied');
const copy = built('reconsideration.CopySent');
const pause = [
  built('reconsideration.ProceedingsSuspended', { suspendedOn: '2024-03-13' }),
  built('reconsideration.ProceedingsResumed', { resumedOn: '2024-04-01' }),
];
/** The line's own example was received before 2024. */
const imported = (data: Parameters<typeof built<'reconsideration.OpeningBalanceImported'>>[1] = {}) =>
  built('reconsideration.OpeningBalanceImported', {
    asOfDate: '2025-12-31',
    receivedOn: '2025-12-01',
    acceptedOn: '2025-12-05',
    ...data,
  });
const norm = built('reconsideration.NormReviewOpened');
const step = (name: 'referred' | 'maker-notified' | 'handled', takenOn = '2024-03-26') =>
  built('reconsideration.NormReviewStepTaken', { step: name, takenOn });
const concluded = built('reconsideration.ReconsiderationConcluded');

/** Events, and the day the duty is due and was met; `null` for one still open. No year of the calendar has holidays. */
it.each<[DeadlineCode, string, readonly Played[], readonly (readonly [string, string | null])[]]>([
  ['AR-D01', '5 working days from receipt', open, [['2024-03-08', '2024-03-06']]],
  ['AR-D01', 'nothing while something is missing', [applied(), asked], []],
  ['AR-D01', '5 working days afresh from what was supplied', [applied(), asked, supplied], [['2024-03-19', null]]],
  ['AR-D01', 'not before 2024', [applied({ receivedOn: '2023-12-29' })], []],
  ['AR-D01-before-2024', '5 working days', [applied({ receivedOn: '2023-12-29' })], [['2024-01-05', null]]],
  ['AR-D01', 'nothing where a case taken over had been accepted', [imported()], []],
  [
    'AR-D01',
    '5 working days where one taken over had not',
    [imported({ state: 'received', acceptedOn: undefined })],
    [['2025-12-08', null]],
  ],
  [
    'AR-D01-before-2024',
    'nothing where a case taken over had been accepted',
    [built('reconsideration.OpeningBalanceImported')],
    [],
  ],
  ['AR-D02-notice', '5 working days', [applied(), asked], [['2024-03-08', '2024-03-04']]],
  ['AR-D02-notice', 'nothing where nothing is missing', open, []],
  ['AR-D02-supply', 'the day set', [applied(), asked, supplied], [['2024-03-18', '2024-03-12']]],
  [
    'AR-D02-supply',
    'the later day set',
    [applied(), asked, built('reconsideration.CorrectionTermExtended')],
    [['2024-03-29', null]],
  ],
  ['AR-D02-supply', 'nothing once abandoned', [applied(), asked, built('reconsideration.DeemedAbandoned')], []],
  ['AR-D03-copy', '7 working days from acceptance', [...open, copy], [['2024-03-15', '2024-03-08']]],
  ['AR-D03-copy', 'nothing in the summary procedure', [applied(), summary], []],
  ['AR-D03-reply', '10 working days from its arrival', [...open, copy], [['2024-03-25', null]]],
  [
    'AR-D03-reply',
    '10 calendar days before 2024',
    [
      applied({ receivedOn: '2023-03-01', actKnownOn: '2023-02-20' }),
      built('reconsideration.ReconsiderationAccepted', { acceptedOn: '2023-03-02' }),
      built('reconsideration.CopySent', { sentOn: '2023-03-03', respondentReceivedOn: undefined }),
    ],
    [['2023-03-13', null]],
  ],
  // Two of the ten days are over on 13 March; the other eight follow 1 April.
  ['AR-D03-reply', 'moved by a suspension', [...open, copy, ...pause], [['2024-04-11', null]]],
  ['AR-D03-reply', 'nothing while suspended', [...open, copy, ...pause.slice(0, 1)], []],
  ['AR-D04-copy', '3 working days', [applied(), summary, copy], [['2024-03-11', '2024-03-08']]],
  ['AR-D04-reply', '5 working days', [applied(), summary, copy], [['2024-03-18', null]]],
  ['AR-D05', '60 days, moved off a Sunday', [...open, concluded], [['2024-05-06', '2024-04-26']]],
  ['AR-D05', '19 days later after 19 days of suspension', [...open, ...pause], [['2024-05-24', null]]],
  ['AR-D05', 'nothing while suspended', [...open, ...pause.slice(0, 1)], []],
  ['AR-D05', 'the day it was put off to', [...open, built('reconsideration.TermExtended')], [['2024-06-05', null]]],
  ['AR-D05-summary', '30 days', [applied(), summary], [['2024-04-05', null]]],
  ['AR-D06-own', '30 days', [...open, norm, step('handled', '2024-04-20')], [['2024-04-24', '2024-04-20']]],
  ['AR-D06-notice', '3 working days', [...open, norm, step('maker-notified')], [['2024-03-28', '2024-03-26']]],
  ['AR-D06-reply', '10 working days', [...open, norm, step('maker-notified')], [['2024-04-09', null]]],
  [
    'AR-D06-referral',
    '7 working days',
    [...open, built('reconsideration.NormReviewOpened', { competence: 'referred' }), step('referred')],
    [['2024-04-03', '2024-03-26']],
  ],
  ['AR-D06-answer', '60 days', [...open, norm, step('referred')], [['2024-05-27', null]]],
  ['AR-D07', '5 working days before', [...open, built('reconsideration.HearingHeld')], [['2024-04-03', '2024-04-01']]],
  ['AR-D08', '60 days', [applied()], [['2024-04-05', '2024-03-01']]],
  ['AR-D08-uninformed', 'a year', [applied({ remedyInformed: false })], [['2025-02-05', '2024-03-01']]],
  ['AR-D08-longest', 'five years', [applied()], [['2029-02-01', '2024-03-01']]],
  ['AR-D08-immovables', 'twenty years', [applied({ immovables: true })], [['2044-02-01', '2024-03-01']]],
  ['AR-D09', 'the day it sets', [...open, built('reconsideration.OpinionLetterIssued')], [['2024-06-25', null]]],
  [
    'AR-D09',
    '60 days where it sets none',
    [
      ...open,
      built('reconsideration.OpinionLetterIssued', { dueOn: undefined }),
      built('reconsideration.OpinionAnswered'),
    ],
    [['2024-06-25', '2024-06-11']],
  ],
  ['AR-D09-suggestion', 'nothing where it sets no day', [...open, built('reconsideration.SuggestionIssued')], []],
  [
    'AR-D10',
    '5 working days',
    [applied({ channel: 'through-agency', agencyReceivedOn: '2024-02-27' })],
    [['2024-03-05', '2024-03-01']],
  ],
  [
    'AR-D11',
    'the day the decision sets',
    [...open, concluded, built('reconsideration.DecisionPerformed')],
    [['2024-05-31', '2024-05-20']],
  ],
])('%s: %s', async (code, _what, events, expected) => expect(await dutiesOf(code, events)).toEqual(expected));
