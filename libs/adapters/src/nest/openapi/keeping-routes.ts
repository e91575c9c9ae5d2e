import { backupWorks } from '#application/backup/desk.js';
import { confirmations, obstacles } from '#application/demo/removal.js';
import { feedReaders } from '../operations/read-feeds.js';
import type { Operation } from './documented.js';
import { EXAMPLE } from './example.js';
import { parameter } from './parameters.js';
import { type Json, id, instant, list, orNull, record, text, whole, yesNo } from './shapes.js';

const work = { type: 'string', enum: backupWorks };

/** What whoever keeps the system looks after. */
export const keepingRoutes = {
  feeds: {
    id: 'system.feeds',
    summary: '数据流状况',
    tag: 'system',
    answers: [{ status: 200, shape: 'Feeds', says: 'How far each reader of the log is, and what flows were refused' }],
    problems: [503],
  },
  parked: {
    id: 'system.parked',
    summary: '搁置的档案',
    tag: 'system',
    answers: [{ status: 200, shape: 'ParkedRecords', says: 'Records that no figure counts, oldest first' }],
    problems: [503],
  },
  retryParked: {
    id: 'system.retry-parked',
    summary: '重新处理搁置的档案',
    tag: 'system',
    path: [parameter('streamId', { type: 'string', format: 'uuid' }, { example: EXAMPLE.streamId })],
    answers: [{ status: 200, shape: 'TakenUp', says: 'Whether it could be read this time, and why not' }],
    problems: [404, 413, 415, 503],
  },
  backupRecord: {
    id: 'system.backups',
    summary: '备份与恢复演练',
    tag: 'system',
    answers: [
      { status: 200, shape: 'BackupRecord', says: 'How backups stand, with the last drills, the newest first' },
    ],
    problems: [503],
  },
  beginBackup: {
    id: 'system.begin-backup',
    summary: '立即备份或演练恢复',
    tag: 'system',
    path: [parameter('work', work, { example: 'drill' })],
    answers: [{ status: 202, shape: 'BackupBegun', says: 'It is under way; the record tells what came of it' }],
    problems: [404, 409, 413, 415, 503],
  },
  demo: {
    id: 'system.demo',
    summary: '是否为演示数据',
    tag: 'system',
    answers: [
      { status: 200, shape: 'DemoStand', says: 'Whether what is here is a demo, and what keeps it from being removed' },
    ],
    problems: [503],
  },
  removeDemo: {
    id: 'system.remove-demo',
    summary: '清除演示数据',
    tag: 'system',
    body: {
      schema: {
        type: 'object',
        properties: { confirmation: { type: 'string', enum: confirmations } },
        required: ['confirmation'],
        additionalProperties: false,
      },
      example: { confirmation: confirmations[0] },
    },
    answers: [
      {
        status: 202,
        shape: 'DemoLeaves',
        says: 'All of it goes, whatever was recorded since included; then the same address shows an empty installation, to be set up by the code on the console',
      },
    ],
    problems: [409, 413, 415, 503],
  },
} satisfies Readonly<Record<string, Operation>>;

/** Their shapes. */
export const keepingSchemas: Json = {
  Feeds: record({
    readers: list(
      record({
        reader: { type: 'string', enum: feedReaders },
        used: yesNo,
        position: whole,
        head: whole,
        lag: whole,
        partitions: list(record({ name: text, position: whole, published: whole })),
      }),
    ),
    refused: list(
      record({
        ...{ flow: text, position: whole, event: text, command: text, commandTitle: text },
        ...{ streamId: id, code: text, reason: text },
      }),
    ),
  }),
  ParkedRecords: record({
    parked: list(
      record({
        ...{ streamId: id, streamType: text, title: text, bureau: text, position: whole, version: whole },
        ...{ type: text, event: text, reason: text, parkedAt: instant },
      }),
    ),
  }),
  TakenUp: record({ takenUp: yesNo, 'reason?': text }),
  BackupRecord: record({
    status: text,
    'concerns?': list(text),
    'lastBackup?': orNull(instant),
    'lastDrill?': orNull(instant),
    'backupAge?': whole,
    'drillAge?': whole,
    underWay: orNull(work),
    drills: list(
      record({
        ...{ at: instant, ok: yesNo, base: orNull(text), head: whole, events: whole },
        ...{ seconds: { type: 'number' }, problems: list(text) },
      }),
    ),
  }),
  BackupBegun: record({ underWay: work }),
  DemoStand: record({
    demo: yesNo,
    'events?': whole,
    'recorded?': whole,
    'obstacle?': { type: 'string', enum: obstacles },
    'reason?': text,
  }),
  DemoLeaves: record({ events: whole, recorded: whole, then: { type: 'string', const: 'set-up' } }),
};
