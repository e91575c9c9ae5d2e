import { type FactSheet, addSpell, stoppedIn } from '#application/facts.js';
import { type ProcedureName, daysUpTo } from '../domain/clock.js';
import type { DataOfEvent, ReviewEvent } from '../domain/events/index.js';
import { keyOf } from '#application/fact-tables.js';
import { type Handlers, clockOf, inCase, putCase, textOf } from './case-sheet.js';
import { tables } from './kinds.js';

/** The field of a norm review that each step dates. */
const STEP_FIELDS = {
  'maker-notified': 'makerNotifiedOn',
  'maker-replied': 'makerRepliedOn',
  referred: 'referredOn',
  answered: 'normAnsweredOn',
  handled: 'handledOn',
} as const satisfies Record<DataOfEvent<'reconsideration.NormReviewStepTaken'>['step'], string>;

const putClock = (sheet: FactSheet, on: string, value: 'stopped' | 'running', status: string): void =>
  putCase(sheet, { clock: addSpell(clockOf(sheet), on, value), status });

/** An extension gives the days that bring the term to the day stated; later suspensions move that day as any other. */
const putExtension = (sheet: FactSheet, newDueOn: string): void => {
  const startsOn = textOf(sheet, 'termFrom');
  if (startsOn === undefined) return;
  const procedure = textOf(sheet, 'procedure') as ProcedureName;
  const more = (inCase(sheet, 'moreDays') ?? 0) as number;
  putCase(sheet, { moreDays: daysUpTo({ procedure, startsOn, more, pauses: stoppedIn(clockOf(sheet)) }, newDueOn) });
};

/** Review: what was sent and answered, when the clock stood still, by how much it was put off. */
export const reviewFacts: Handlers<ReviewEvent['type']> = {
  'reconsideration.CopySent': ({ data: { sentOn, respondentReceivedOn } }, sheet) =>
    putCase(sheet, { copySentOn: sentOn, copyReceivedOn: respondentReceivedOn ?? sentOn }),
  'reconsideration.ReplyReceived': ({ data }, sheet) =>
    putCase(sheet, { repliedOn: textOf(sheet, 'repliedOn') ?? data.receivedOn }),
  'reconsideration.HearingHeld': (event, sheet) => {
    const { heldOn, noticedOn, respondentHeadPresent } = event.data;
    tables.put(sheet, 'reconsideration.hearing', keyOf(event), {
      heldOn,
      respondentHeadPresent,
      ...(noticedOn === undefined ? {} : { noticedOn }),
    });
  },
  'reconsideration.ProceedingsSuspended': ({ data }, sheet) =>
    putClock(sheet, data.suspendedOn, 'stopped', 'suspended'),
  'reconsideration.ProceedingsResumed': ({ data }, sheet) => putClock(sheet, data.resumedOn, 'running', 'in-review'),
  'reconsideration.ProcedureSwitched': (_event, sheet) => putCase(sheet, { procedure: 'ordinary' }),
  'reconsideration.TermExtended': ({ data }, sheet) => putExtension(sheet, data.newDueOn),
  'reconsideration.NormReviewOpened': ({ data: { openedOn, normDocNo, trigger, competence } }, sheet) =>
    tables.put(sheet, 'reconsideration.norm-review', normDocNo, {
      normDocNo,
      normTrigger: trigger,
      competence,
      openedOn,
    }),
  'reconsideration.NormReviewStepTaken': ({ data: { takenOn, normDocNo, step } }, sheet) =>
    tables.put(sheet, 'reconsideration.norm-review', normDocNo, { [STEP_FIELDS[step]]: takenOn }),
};
