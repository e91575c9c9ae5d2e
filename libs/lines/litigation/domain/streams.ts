import type { AnyStream } from '#kernel/decider.js';
import { allOf, defineProcedure } from '#kernel/procedure.js';
import type { LitigationSettings } from '../settings.js';
import { type EventType, type LitigationEvent, events } from './events.js';
import { rules } from './rules.js';
import { upcasters } from './upcasters.js';

type Status = 'served' | 'answered' | 'heard' | 'judged' | 'appealed' | 'remanded' | 'final' | 'performed';

const advice: readonly EventType[] = ['litigation.JudicialAdviceReceived', 'litigation.JudicialAdviceAnswered'];

/** A suit (行政应诉案件): from the court's first notice through every instance to what is final, and performed. */
export const litigationCase = defineProcedure<LitigationEvent, Status, LitigationSettings>({
  type: 'litigation.case',
  events,
  steps: {
    none: ['litigation.ResponseNoticeReceived', 'litigation.OpeningBalanceImported'],
    served: ['litigation.DefenceSubmitted', 'litigation.HearingAttended', 'litigation.JudgmentReceived', ...advice],
    answered: ['litigation.DefenceSubmitted', 'litigation.HearingAttended', 'litigation.JudgmentReceived', ...advice],
    heard: ['litigation.DefenceSubmitted', 'litigation.HearingAttended', 'litigation.JudgmentReceived', ...advice],
    judged: ['litigation.AppealFiled', 'litigation.JudgmentBecameFinal', ...advice],
    appealed: ['litigation.AppealFiled', 'litigation.ResponseNoticeReceived', ...advice],
    remanded: ['litigation.ResponseNoticeReceived', ...advice],
    final: ['litigation.JudgmentPerformed', 'litigation.ResponseNoticeReceived', ...advice],
    performed: ['litigation.ResponseNoticeReceived', ...advice],
  },
  becomes: {
    'litigation.OpeningBalanceImported': ({ state }) => state,
    'litigation.ResponseNoticeReceived': 'served',
    'litigation.DefenceSubmitted': (_data, { status }) => (status === 'heard' ? 'heard' : 'answered'),
    'litigation.HearingAttended': 'heard',
    'litigation.JudgmentReceived': ({ outcome }) => (outcome === 'remanded' ? 'remanded' : 'judged'),
    'litigation.AppealFiled': 'appealed',
    'litigation.JudgmentBecameFinal': 'final',
    'litigation.JudgmentPerformed': 'performed',
  },
  rules,
  keys: (state) =>
    [...allOf(state, 'litigation.ResponseNoticeReceived'), ...allOf(state, 'litigation.OpeningBalanceImported')].map(
      ({ courtCaseNo }) => `court:${courtCaseNo}`,
    ),
  keyCodes: { court: 'litigation.court-number-taken' },
});

/** The consistency boundaries of the line: what one decision sees stands in one stream. */
export const streams: readonly AnyStream[] = [litigationCase].map((stream: AnyStream) => ({ ...stream, upcasters }));
