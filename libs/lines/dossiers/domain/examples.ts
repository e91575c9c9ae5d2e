import type { DomainEvent } from '#kernel/event.js';
import type { DossierEvent } from './events.js';

type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

const person = '0190a6f0-0000-7000-8000-000000000001';
const into = '0190a6f0-0000-7000-8000-000000000002';

/** One believable payload of every event type. */
export const examples: Examples<DossierEvent> = {
  'dossiers.PersonMerged': { mergedOn: '2023-03-02', person, into, reason: 'mistyped-number' },
  'dossiers.PersonUnmerged': { unmergedOn: '2023-03-09', person, reason: 'merged-by-mistake' },
  'dossiers.IdentitySealed': { sealedOn: '2023-03-02', person, ground: '刑事诉讼法 第二百八十六条' },
  'dossiers.IdentityUnsealed': { unsealedOn: '2023-04-02', person, ground: '司法机关依法查询决定' },
  'dossiers.ErasureRequested': { requestedOn: '2023-03-02', person, ground: '个人信息保护法 第四十七条' },
  'dossiers.ErasureRefused': {
    refusedOn: '2023-03-02',
    person,
    duties: [{ recordKind: 'corrections.case', ground: '社区矫正法 第二十二条' }],
  },
  'dossiers.ErasureApproved': { approvedOn: '2023-03-03', person },
  'dossiers.GlassBroken': {
    brokenOn: '2023-03-02',
    person,
    by: '李干事',
    reason: '夜间突发协查',
    until: '2023-03-02T12:00:00.000Z',
  },
};
