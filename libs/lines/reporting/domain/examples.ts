import type { DomainEvent } from '#kernel/event.js';
import { type Seal, sealHash } from '#kernel/seal.js';
import type { ReportingEvent } from './events.js';

type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

const period = {
  bureau: '430922',
  businessLine: 'corrections',
  scheme: 'FISCAL_YEAR',
  from: '2022-01-01',
  to: '2022-12-31',
} as const;

const frozen: Omit<Seal, 'hash' | 'closedOn' | 'explained'> = {
  ...period,
  number: 1,
  position: 1200,
  figures: [
    {
      indicator: 'CC-02',
      unit: '人',
      version: '2020-07-01',
      revision: 1,
      definition: '0'.repeat(64),
      values: [
        { office: '430922', value: '227', printed: '227' },
        { office: '43092201', value: '14', printed: '14' },
      ],
    },
  ],
};

/** One believable payload of every event type. */
export const examples: Examples<ReportingEvent> = {
  'reporting.NilDeclared': { declaredOn: '2023-03-02', businessLine: 'corrections', month: '2023-02' },
  'reporting.NilWithdrawn': { withdrawnOn: '2023-03-05', reason: '补录一件' },
  'reporting.PeriodSoftClosed': { softClosedOn: '2023-01-10', ...period, approver: '社区矫正管理股负责人' },
  'reporting.PeriodClosed': { closedOn: '2023-01-20', ...frozen, explained: [], hash: sealHash(frozen) },
  'reporting.FindingAnswered': {
    answeredOn: '2023-01-18',
    bureau: '430922',
    scheme: 'FISCAL_YEAR',
    from: '2022-01-01',
    to: '2022-12-31',
    finding: '1'.repeat(64),
    rule: 'target-set-late',
    place: '社区矫正经费',
    said: '绩效目标在预算年度结束后设定（2023-01-05）',
    answer: 'explained',
    reason: '财政批复于年后下达',
    role: 'director',
  },
  'reporting.PeriodReopened': { reopenedOn: '2023-02-01', reason: '上级核查发现漏报' },
};
