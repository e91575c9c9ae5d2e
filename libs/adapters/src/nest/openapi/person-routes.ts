import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { body, page, parameter, text } from './parameters.js';

const ref = parameter('ref', { type: 'string', format: 'uuid' }, { example: EXAMPLE.person });
const bureau = parameter('bureau', { type: 'string', pattern: '^\\d{6}$' }, { example: EXAMPLE.bureau });
const limit = parameter('limit', { type: 'integer', minimum: 1, maximum: 50 }, { example: 20 });
const mergeReason = {
  type: 'string',
  enum: ['same-number', 'mistyped-number', 'new-document', 'checked-in-person', 'merged-by-mistake'],
};
const decided = (says: string) => [{ status: 201, shape: 'PersonDecision', says }];
const ground = body({ ground: text(200) }, { ground: '刑事诉讼法 第二百八十六条' });
const problems = [404, 409, 413, 415, 422, 503];

/** Persons: found, seen, matched, sealed, erased. */
export const personRoutes = {
  findPersons: {
    id: 'persons.find',
    summary: '查找人员',
    tag: 'persons',
    query: [
      parameter('q', text(100), {
        required: true,
        example: '示例',
        description: 'Name or its beginning, pinyin, initials, last six signs of the number, or the whole number',
      }),
      bureau,
      parameter('after', { type: 'string', format: 'uuid' }, { description: '`next` of the page before' }),
      limit,
    ],
    answers: [
      { status: 200, shape: 'FoundPersons', says: 'Whole for the offices that have to do with them, else masked' },
    ],
    problems: [404, 503],
  },
  duplicates: {
    id: 'persons.duplicates',
    summary: '疑似重复人员',
    tag: 'persons',
    query: [bureau, limit],
    answers: [{ status: 200, shape: 'Duplicates', says: 'Records that share what one person would, strongest first' }],
    problems: [404, 503],
  },
  person: {
    id: 'persons.one',
    summary: '人员',
    tag: 'persons',
    path: [ref],
    query: [parameter('reason', text(500))],
    answers: [{ status: 200, shape: 'SeenPerson', says: 'As the caller may see the person; a minor takes a reason' }],
    problems: [404, 422, 503],
  },
  casesOfPerson: {
    id: 'persons.cases',
    summary: '人员相关案卷',
    tag: 'persons',
    path: [ref],
    answers: [{ status: 200, shape: 'CasesOfPerson', says: 'Those the caller may open, latest first' }],
    problems: [404, 503],
  },
  exportPerson: {
    id: 'persons.export',
    summary: '个人信息查阅复制',
    tag: 'persons',
    path: [ref],
    query: [parameter('reason', text(500), { required: true, example: '本人申请' })],
    answers: [{ status: 200, shape: 'SubjectExport', says: 'Everything held of the person, others redacted' }],
    problems: [404, 503],
  },
  mergePersons: {
    id: 'persons.merge',
    summary: '合并档案',
    tag: 'persons',
    path: [ref],
    body: body(
      { into: { type: 'string', format: 'uuid' }, reason: mergeReason },
      { into: EXAMPLE.record, reason: 'mistyped-number' },
    ),
    answers: decided('The record stands for the other one'),
    problems,
  },
  unmergePerson: {
    id: 'persons.unmerge',
    summary: '拆分档案',
    tag: 'persons',
    path: [ref],
    body: body({ reason: mergeReason }, { reason: 'merged-by-mistake' }),
    answers: decided('The record stands for itself'),
    problems,
  },
  sealIdentity: {
    id: 'persons.seal',
    summary: '封存身份',
    tag: 'persons',
    path: [ref],
    body: ground,
    answers: decided('The identity is sealed'),
    problems,
  },
  unsealIdentity: {
    id: 'persons.unseal',
    summary: '解除封存',
    tag: 'persons',
    path: [ref],
    body: ground,
    answers: decided('The identity is open'),
    problems,
  },
  requestErasure: {
    id: 'persons.erasure',
    summary: '申请销毁',
    tag: 'persons',
    path: [ref],
    body: ground,
    answers: decided('Asked for; another person approves'),
    problems,
  },
  approveErasure: {
    id: 'persons.erasure.approve',
    summary: '批准销毁',
    tag: 'persons',
    path: [ref],
    answers: [{ status: 200, shape: 'Erased', says: 'The key is destroyed' }],
    problems,
  },
  breakGlass: {
    id: 'persons.break-glass',
    summary: '紧急调阅',
    tag: 'persons',
    path: [ref],
    body: body(
      { reason: text(500), minutes: { type: 'integer', minimum: 1, maximum: 480 } },
      { reason: '夜间突发协查', minutes: 30 },
    ),
    answers: [{ status: 201, shape: 'GlassBroken', says: 'The person is open to the caller until then' }],
    problems,
  },
  brokenGlasses: {
    id: 'persons.broken-glasses',
    summary: '紧急调阅台账',
    tag: 'persons',
    query: [bureau, ...page],
    answers: [{ status: 200, shape: 'BrokenGlasses', says: 'Who looked at whom, why, and until when; newest first' }],
    problems: [404, 503],
  },
} satisfies Readonly<Record<string, Operation>>;
