import {
  type Json,
  date,
  factKey,
  id,
  instant,
  list,
  open,
  orNull,
  record,
  refer,
  text,
  whole,
  yesNo,
} from './shapes.js';
import { alertSchemas } from './alert-routes.js';
import { entrySchemas } from './entry-routes.js';
import { impactSchemas } from './impact-routes.js';
import { lookSchemas } from './look-routes.js';
import { personSchemas } from './person-schemas.js';
import { keepingSchemas } from './keeping-routes.js';
import { ruleSchemas } from './rule-routes.js';
import { sheetSchemas } from './sheet-schemas.js';
import { signInSchemas } from './sign-in-schemas.js';

const nextStep = record({ event: text, command: text, title: text });
const period = record({ scheme: text, from: date, to: date });
const figureHead = { bureau: text, 'office?': text, period, position: whole, freshness: refer('Freshness') };
const sealedValue = { 'value?': text, 'numerator?': text, 'denominator?': text, printed: text };
const indicatorValue = {
  code: text,
  title: text,
  unit: text,
  value: orNull(text),
  'numerator?': text,
  'denominator?': text,
  printed: text,
  decimals: whole,
  'variant?': text,
  'of?': text,
  version: orNull(date),
  awaits: list(text),
  evidence: text,
  missing: whole,
  'seal?': record({
    number: whole,
    position: whole,
    state: text,
    titles: record({ reported: text, restated: text, openingAdjustment: text }),
    reported: record({ office: text, ...sealedValue }),
    delta: orNull(text),
    causes: text,
  }),
};
const draftKey = { year: whole, bureau: text, subject: text, document: text };
const template = {
  bureau: text,
  code: text,
  version: whole,
  title: text,
  uploadedBy: text,
  uploadedAt: instant,
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};
const sealHead = {
  streamId: id,
  bureau: text,
  line: text,
  period,
  state: text,
  seal: record({ number: whole, position: whole, hash: text, closedOn: date, sealedBy: text, recordedAt: whole }),
};
const event = {
  position: whole,
  streamId: id,
  streamType: text,
  version: whole,
  eventId: id,
  type: text,
  schemaVersion: whole,
  bureau: text,
  office: text,
  owner: text,
  occurredOn: date,
  recordedAt: instant,
  recordedBy: text,
  'approvedBy?': text,
  source: text,
  commandId: id,
  correlationId: id,
  'causationId?': id,
  'evidence?': list(open),
  data: open,
  title: text,
  standing: { type: 'string', enum: ['in-force', 'corrected', 'voided', 'record'] },
  'effective?': record({ occurredOn: date, office: text, data: open }),
};
const duty = { deadline: text, office: text, ...factKey, dueOn: date, provisional: yesNo, metOn: orNull(date) };
const page = (row: Json): Json => record({ rows: list(row), 'next?': text, freshness: refer('Freshness') });
const office = {
  code: text,
  parent: orNull(text),
  bureau: text,
  name: text,
  kind: { type: 'string', enum: ['province', 'city', 'bureau', 'section', 'justice-office', 'centre'] },
  validFrom: date,
  validTo: orNull(date),
  successor: orNull(text),
};

/** Every shape the API answers with. */
export const schemas: Json = {
  Problem: record({
    type: { type: 'string', pattern: '^urn:problem:' },
    title: text,
    status: whole,
    'detail?': text,
    instance: text,
    code: text,
    correlationId: text,
    'details?': list(record({ at: text, code: text, 'title?': text, 'message?': text })),
    'allowedNext?': list(nextStep),
  }),
  EvidenceDocument: record({
    docKind: { type: 'string', maxLength: 64 },
    docNo: { type: 'string', maxLength: 64, description: '文书字号' },
    'fileHash?': { type: 'string', pattern: '^[0-9a-f]{64}$' },
  }),
  Receipt: record({ streamId: id, version: whole, position: whole, eventIds: list(id), recorded: yesNo }),
  BulkAnswer: record({
    atomic: yesNo,
    recorded: whole,
    answers: list({ anyOf: [refer('Receipt'), refer('Problem')] }),
  }),
  Freshness: record({ position: whole, head: whole, lag: whole, stale: yesNo, parked: whole }),
  NotYet: record({ wanted: whole, behind: whole, freshness: refer('Freshness') }),
  Case: record({
    streamId: id,
    streamType: text,
    title: text,
    bureau: text,
    owner: text,
    version: whole,
    position: whole,
    state: text,
    stateTitle: text,
    allowedNext: list(nextStep),
    events: list(record(event)),
    facts: list(
      record({ kind: text, 'key?': text, office: { anyOf: [text, list(open)] }, 'person?': id, fields: open }),
    ),
    duties: list(record(duty)),
  }),
  Figures: record({ ...figureHead, values: list(record(indicatorValue)) }),
  Completeness: record({
    ...figureHead,
    months: list(
      record({
        line: text,
        office: text,
        month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
        standing: { type: 'string', enum: ['logged', 'nil', 'missing', 'nil-but-logged'] },
      }),
    ),
  }),
  Findings: record({
    ...figureHead,
    findings: list(
      record({
        code: text,
        severity: { type: 'string', enum: ['block', 'warn'] },
        rule: text,
        title: text,
        rows: list(text),
        records: list(open),
        numbers: open,
        message: text,
        'id?': text,
        'place?': {
          oneOf: [
            record({ kind: { const: 'books' }, line: text }),
            record({ kind: { const: 'sheet' }, streamId: id, subject: text, subjectCode: text, subjectName: text }),
          ],
        },
        'state?': { type: 'string', enum: ['open', 'to-read', 'wrong', 'explained', 'in-order'] },
        'stops?': list(text),
        'stopsEvaluation?': yesNo,
        'needs?': { type: 'string', enum: ['text', 'reader'] },
        'toRead?': list(text),
        'answer?': orNull(record({ answer: text, reason: text, role: text, by: text, on: date })),
        'mayExplain?': list(text),
      }),
    ),
  }),
  Evidence: record({
    ...figureHead,
    code: text,
    title: text,
    terms: list(
      record({
        measure: text,
        mode: text,
        'from?': date,
        to: date,
        'where?': open,
        'alsoIn?': text,
        side: { type: 'string', enum: ['value', 'numerator', 'denominator'] },
        sign: { type: 'integer', enum: [1, -1] },
        total: text,
      }),
    ),
    term: whole,
    rows: list(
      record({
        streamId: id,
        ...factKey,
        office: text,
        on: date,
        amount: text,
        'person?': orNull(id),
        splits: open,
        'fact?': record({ kind: text, fields: open }),
        'case?': text,
        events: list(open),
      }),
    ),
    'next?': text,
  }),
  OfficeBreakdown: record({
    ...figureHead,
    code: text,
    title: text,
    unit: text,
    published: yesNo,
    offices: list(record({ office: text, printed: text, 'value?': orNull(text) })),
    total: record({ printed: text, 'value?': orNull(text) }),
  }),
  RegisterPage: page(
    record({
      register: text,
      bureau: text,
      office: text,
      streamId: id,
      ...factKey,
      orderedBy: date,
      'person?': orNull(id),
      columns: open,
      position: whole,
    }),
  ),
  DeadlinePage: page(
    record({
      ...duty,
      title: text,
      bureau: text,
      streamId: id,
      position: whole,
      overdue: yesNo,
      responsible: orNull(text),
    }),
  ),
  Periods: record({
    bureau: text,
    periods: list({ type: 'object', properties: { streamId: id, title: text }, required: ['streamId', 'title'] }),
  }),
  Drafts: record({
    bureau: text,
    year: whole,
    progress: record({ year: whole, dueAt: instant, bureaus: whole, done: whole, drafts: whole, failures: whole }),
    drafts: list(
      record({
        ...draftKey,
        title: text,
        position: whole,
        hashes: record({ docx: text, xlsx: text }),
        madeAt: instant,
      }),
    ),
    failures: list(record({ ...draftKey, reason: text, attempts: whole, failedAt: instant })),
  }),
  Template: record(template),
  SavedViews: record({ views: list(record({ viewId: id, content: open })) }),
  FormDraft: record({ content: { anyOf: [open, { type: 'null' }] } }),
  Templates: record({ bureau: text, templates: list(refer('Template')) }),
  Closed: record({ streamId: id, recorded: yesNo, number: whole, position: whole, hash: text }),
  SealedFigures: record({
    ...sealHead,
    intact: yesNo,
    explained: list(record({ rule: text, reason: text, role: text, 'finding?': text, 'by?': text, 'on?': date })),
    figures: list(
      record({
        indicator: text,
        title: text,
        unit: text,
        'version?': date,
        revision: whole,
        definition: text,
        values: list(record({ office: text, ...sealedValue })),
      }),
    ),
  }),
  LateInbox: record({
    ...sealHead,
    entries: list(
      record({
        kind: { type: 'string', enum: ['late', 'correction'] },
        title: text,
        changed: list(record({ eventId: id, type: text, 'before?': date, 'after?': date })),
        event: open,
      }),
    ),
    'next?': whole,
  }),
  Restatement: record({
    ...sealHead,
    position: whole,
    freshness: refer('Freshness'),
    titles: record({ reported: text, restated: text, openingAdjustment: text }),
    figures: list(
      record({
        indicator: text,
        title: text,
        office: text,
        unit: text,
        reported: record({ office: text, ...sealedValue }),
        restated: record({ office: text, ...sealedValue }),
        delta: orNull(text),
        'definition?': record({ sealed: text, now: text }),
        'openingAdjustment?': text,
        sides: list(
          record({
            side: { type: 'string', enum: ['value', 'numerator', 'denominator'] },
            sealed: orNull(text),
            restated: orNull(text),
            difference: orNull(text),
            byRecords: orNull(text),
            byDefinition: orNull(text),
            additive: yesNo,
            causes: list(
              record({
                measure: text,
                streamId: id,
                ...factKey,
                office: text,
                on: date,
                amount: text,
                signed: text,
                'person?': orNull(id),
                splits: open,
                position: whole,
              }),
            ),
          }),
        ),
      }),
    ),
  }),
  ...sheetSchemas,
  ...impactSchemas,
  ...alertSchemas,
  ...entrySchemas,
  ...signInSchemas,
  Office: record(office),
  Definitions: record({
    definitions: list(
      record({
        id: whole,
        kind: { type: 'string', enum: ['measure', 'indicator'] },
        title: text,
        body: open,
        version: whole,
        bureau: text,
        definedBy: text,
        definedAt: instant,
      }),
    ),
  }),
  Vocabulary: record({
    facts: list(record({ fact: text, title: text, line: text, fields: list(record({ name: text, title: text })) })),
    measures: list(
      record({ code: text, title: text, unit: text, kind: text, splits: list(record({ name: text, title: text })) }),
    ),
    indicators: list(record({ code: text, title: text, unit: text })),
  }),
  DefinitionsPreview: record({
    figures: list(
      record({
        ...{ code: text, title: text, unit: text },
        before: orNull(record({ value: orNull(text), printed: text })),
        after: record({ value: orNull(text), printed: text }),
      }),
    ),
    moved: whole,
    records: list(
      record({
        ...{ measure: text, streamId: id, streamType: text, title: text, office: text, on: date },
        ...{ before: orNull(text), after: orNull(text) },
      }),
    ),
  }),
  Offices: record({ offices: list(refer('Office')) }),
  PersonReference: record({ personRef: id, known: yesNo }),
  ...personSchemas,
  ...lookSchemas,
  ...ruleSchemas,
  ...keepingSchemas,
  Lines: record({ lines: list(open) }),
  Alive: record({ status: text }),
  Ready: record({
    status: text,
    database: text,
    projector: text,
    backup: refer('Backups'),
    'freshness?': refer('Freshness'),
  }),
  Backups: record({
    status: text,
    'concerns?': list(text),
    'lastBackup?': orNull(instant),
    'lastDrill?': orNull(instant),
    'backupAge?': whole,
    'drillAge?': whole,
  }),
};
