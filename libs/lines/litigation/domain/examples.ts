import { uuidV5 } from '#kernel/ids.js';
import type { DataOfEvent, EventType } from './events.js';

/** A made-up person that is the same in every run. */
export const person = (...name: readonly string[]): string => uuidV5('litigation', 'example', ...name);

const suit = {
  receivedOn: '2024-03-01',
  courtCaseNo: '(2024)湘0922行初5号',
  courtName: '县人民法院',
  plaintiffs: [{ kind: 'citizen', personRef: person('plaintiff') }],
  defendants: ['county-government'],
  instance: 'first',
  subject: '征收补偿决定',
  afterReconsideration: false,
} as const;

/** A suit of 2024-03-01: the answer is due on Monday 2024-03-18; judged on 2024-05-31, so final after Monday 2024-06-17. */
export const examples: { readonly [Type in EventType]: DataOfEvent<Type> } = {
  'litigation.OpeningBalanceImported': {
    ...suit,
    asOfDate: '2024-01-01',
    state: 'heard',
    receivedOn: '2023-10-09',
    courtCaseNo: '(2023)湘0922行初41号',
    sourceSystem: '应诉台账',
  },
  'litigation.ResponseNoticeReceived': { ...suit, procedure: 'ordinary', courtFiledOn: '2024-02-26' },
  'litigation.DefenceSubmitted': { submittedOn: '2024-03-14', docNo: '县政答〔2024〕5号' },
  'litigation.HearingAttended': { heldOn: '2024-04-18', headRequired: true, headPresent: true },
  'litigation.JudgmentReceived': {
    receivedOn: '2024-05-31',
    instance: 'first',
    outcome: 'claim-dismissed',
    remake: false,
    docNo: '(2024)湘0922行初5号',
  },
  'litigation.AppealFiled': { filedOn: '2024-06-11', by: 'plaintiff' },
  'litigation.JudgmentBecameFinal': { effectiveOn: '2024-06-18', finalOutcome: 'won' },
  'litigation.JudgmentPerformed': { performedOn: '2024-07-30' },
  'litigation.JudicialAdviceReceived': {
    receivedOn: '2024-06-20',
    docNo: '(2024)湘0922司建3号',
    courtName: '县人民法院',
  },
  'litigation.JudicialAdviceAnswered': {
    answeredOn: '2024-07-22',
    docNo: '(2024)湘0922司建3号',
    replyDocNo: '县政函〔2024〕19号',
  },
};
