import { defineFacts } from '#application/facts.js';
import { addSpell } from '#application/facts.js';
import { defineLine } from '#application/define-line.js';
import { defineDeadline } from '#application/deadline.js';
import { defineIdentity } from '#application/identity.js';
import { defineIndicator } from '#application/indicator.js';
import { defineMeasure } from '#application/measure.js';
import { defineRegister } from '#application/register.js';
import type { StreamDefinition } from '#kernel/decider.js';
import { type EventOf, defineEvent } from '#kernel/event.js';
import { accept, acceptWith, nothing, reject } from '#kernel/reject.js';
import { code, date, enumeration, money, optional, personRef, text } from '#kernel/schema.js';

/**
 * A business line small enough to read at a glance (公证), for the tests of the platform: one stream, a natural key, a soft
 * rule, a stock, a flow, a sum, a cohort, a deadline, an office that can change.
 */
const kind = enumeration('notary.kind', ['will', 'contract']);

export const notaryEvents = {
  'notary.MatterAccepted': defineEvent({
    type: 'notary.MatterAccepted',
    command: 'AcceptMatter',
    datedBy: 'acceptedOn',
    fields: { personRef: personRef(), matterNo: code(), kind, acceptedOn: date() },
  }),
  'notary.MatterMoved': defineEvent({
    type: 'notary.MatterMoved',
    command: 'MoveMatter',
    datedBy: 'movedOn',
    fields: { toOffice: code(), movedOn: date() },
  }),
  'notary.FeePaid': defineEvent({
    type: 'notary.FeePaid',
    command: 'PayFee',
    datedBy: 'paidOn',
    fields: { receiptNo: code(), amount: money(), paidOn: date() },
  }),
  'notary.CertificateIssued': defineEvent({
    type: 'notary.CertificateIssued',
    command: 'IssueCertificate',
    datedBy: 'issuedOn',
    fields: { certificateNo: code(), issuedOn: date(), note: optional(text()) },
  }),
} as const;

export type NotaryEvent = EventOf<typeof notaryEvents>;
export type Notarization =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly matterNo: string;
      readonly person: string;
      readonly receipts: readonly string[];
    }
  | {
      readonly status: 'closed';
      readonly matterNo: string;
      readonly certificateNo: string;
      readonly receipts: readonly string[];
    };

export const notarization: StreamDefinition<NotaryEvent, Notarization> = {
  type: 'notary.matter',
  events: notaryEvents,
  initial: { status: 'none' },
  steps: {
    none: ['notary.MatterAccepted'],
    open: ['notary.MatterMoved', 'notary.FeePaid', 'notary.CertificateIssued'],
    closed: ['notary.CertificateIssued', 'notary.FeePaid'],
  },
  decide: {
    'notary.MatterAccepted': () => accept,
    'notary.MatterMoved': ({ toOffice }, _state, { office }) =>
      toOffice === office ? reject('notary.same-office') : accept,
    'notary.FeePaid': ({ receiptNo, amount }, state) => {
      if (state.status !== 'none' && state.receipts.includes(receiptNo)) return nothing;
      return Number(amount) > 10_000 ? acceptWith('notary.large-fee') : accept;
    },
    'notary.CertificateIssued': ({ certificateNo }, state) => {
      if (state.status !== 'closed') return accept;
      return state.certificateNo === certificateNo ? nothing : reject('notary.already-closed');
    },
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'notary.MatterAccepted':
        return { status: 'open', matterNo: event.data.matterNo, person: event.data.personRef, receipts: [] };
      case 'notary.MatterMoved':
        return state;
      case 'notary.FeePaid':
        return state.status === 'none' ? state : { ...state, receipts: [...state.receipts, event.data.receiptNo] };
      case 'notary.CertificateIssued':
        return state.status === 'open'
          ? {
              status: 'closed',
              matterNo: state.matterNo,
              certificateNo: event.data.certificateNo,
              receipts: state.receipts,
            }
          : state;
    }
  },
  keys: (state) => (state.status === 'none' ? [] : [`matter:${state.matterNo}`]),
  keyCodes: { matter: 'notary.matter-known' },
};

const MATTER = 'notary.matter';
const FEE = 'notary.fee';

const facts = defineFacts<NotaryEvent, unknown>({
  name: 'notary.facts_v1',
  kinds: [MATTER, FEE],
  fields: {
    [MATTER]: ['acceptedOn', 'kind', 'matterNo', 'issuedOn', 'certificateNo', 'dueOn'],
    [FEE]: ['paidOn', 'amount'],
  },
  on: {
    'notary.MatterAccepted': ({ data, office, occurredOn }, sheet) =>
      sheet.put(
        MATTER,
        'matter',
        { acceptedOn: data.acceptedOn, kind: data.kind, matterNo: data.matterNo },
        { person: data.personRef, office: [{ from: occurredOn, value: office }] },
      ),
    'notary.MatterMoved': ({ data }, sheet) => {
      const spells = sheet.get(MATTER, 'matter')?.office ?? [];
      if (typeof spells !== 'string')
        sheet.put(MATTER, 'matter', {}, { office: addSpell(spells, data.movedOn, data.toOffice) });
    },
    'notary.FeePaid': ({ data }, sheet) => sheet.put(FEE, data.receiptNo, { paidOn: data.paidOn, amount: data.amount }),
    'notary.CertificateIssued': ({ data }, sheet) =>
      sheet.put(MATTER, 'matter', { issuedOn: data.issuedOn, certificateNo: data.certificateNo }),
  },
});

const measures = [
  defineMeasure({
    code: 'notary.accepted',
    fact: MATTER,
    unit: '件',
    kind: 'flow',
    on: 'acceptedOn',
    splits: ['kind'],
  }),
  defineMeasure({ code: 'notary.issued', fact: MATTER, unit: '件', kind: 'flow', on: 'issuedOn', splits: ['kind'] }),
  defineMeasure({
    code: 'notary.on-time',
    fact: MATTER,
    unit: '件',
    kind: 'flow',
    on: 'issuedOn',
    where: { issuedOn: { notAfter: 'dueOn' } },
  }),
  defineMeasure({
    code: 'notary.open',
    fact: MATTER,
    unit: '件',
    kind: 'stock',
    from: 'acceptedOn',
    to: 'issuedOn',
    splits: ['kind'],
  }),
  defineMeasure({
    code: 'notary.pending',
    fact: MATTER,
    unit: '件',
    kind: 'cohort',
    cohort: 'acceptedOn',
    from: 'acceptedOn',
    to: 'issuedOn',
  }),
  defineMeasure({ code: 'notary.applicants', fact: MATTER, unit: '人', kind: 'flow', on: 'acceptedOn' }),
  defineMeasure({ code: 'notary.fees', fact: FEE, unit: '元', kind: 'flow', on: 'paidOn', sum: 'amount' }),
];

const from = '2006-03-01';
const indicators = [
  defineIndicator({
    code: 'NT-01',
    kind: 'FLOW_COUNT',
    unit: '件',
    versions: [{ from, value: { flow: 'notary.accepted' } }],
  }),
  defineIndicator({
    code: 'NT-01-will',
    of: 'NT-01',
    kind: 'FLOW_COUNT',
    unit: '件',
    versions: [{ from, value: { flow: 'notary.accepted', where: { kind: 'will' } } }],
  }),
  defineIndicator({
    code: 'NT-01-contract',
    of: 'NT-01',
    kind: 'FLOW_COUNT',
    unit: '件',
    versions: [{ from, value: { flow: 'notary.accepted', where: { kind: 'contract' } } }],
  }),
  defineIndicator({
    code: 'NT-02',
    kind: 'FLOW_COUNT',
    unit: '件',
    versions: [{ from, value: { flow: 'notary.issued' } }],
  }),
  defineIndicator({
    code: 'NT-03',
    kind: 'STOCK',
    unit: '件',
    versions: [{ from, value: { closing: 'notary.open' } }],
  }),
  defineIndicator({
    code: 'NT-04',
    kind: 'RATIO',
    unit: '%',
    versions: [{ from, numerator: { flow: 'notary.on-time' }, denominator: { flow: 'notary.issued' } }],
  }),
  defineIndicator({
    code: 'NT-05',
    kind: 'FLOW_COUNT',
    unit: '人',
    versions: [{ from, value: { persons: 'notary.applicants', of: 'flow' } }],
  }),
  defineIndicator({
    code: 'NT-06',
    kind: 'FLOW_SUM',
    unit: '元',
    decimals: 2,
    versions: [{ from, value: { flow: 'notary.fees' } }],
  }),
  defineIndicator({
    code: 'NT-07',
    kind: 'STOCK',
    unit: '件',
    versions: [{ from, value: { cohort: 'notary.pending' } }],
  }),
];

/** 公证, small. */
export const notary = defineLine({
  code: 'notary',
  terms: {},
  errors: { 'notary.already-closed': 409, 'notary.matter-known': 409, 'notary.same-office': 422 },
  settings: {},
  streams: [notarization],
  facts,
  registers: [
    defineRegister({
      code: 'notary.matters',
      fact: MATTER,
      columns: ['matterNo', 'kind', 'acceptedOn', 'issuedOn'],
      filters: ['kind'],
      orderBy: 'acceptedOn',
    }),
  ],
  measures,
  indicators,
  identities: [
    defineIdentity({
      code: 'notary.kinds',
      kind: 'parts',
      severity: 'block',
      total: 'NT-01',
      parts: ['NT-01-will', 'NT-01-contract'],
    }),
    defineIdentity({
      code: 'notary.stock',
      kind: 'stock-flow',
      severity: 'block',
      stock: 'NT-03',
      inflows: ['NT-01'],
      outflows: ['NT-02'],
    }),
  ],
  deadlines: [
    defineDeadline({
      code: 'NT-D01',
      fact: MATTER,
      starts: 'acceptedOn',
      versions: [{ from, days: 15, count: 'working-days' }],
      met: 'issuedOn',
      into: 'dueOn',
    }),
  ],
});
