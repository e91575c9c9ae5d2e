import { id, instant, list, open, record, refer, text, whole, date } from './shapes.js';

/** What is said of persons. What a caller may not see is absent. */
export const personSchemas = {
  SeenPerson: record({
    person: id,
    records: list(id),
    view: { type: 'string', enum: ['whole', 'masked', 'erased'] },
    'name?': text,
    'idType?': text,
    'idNo?': text,
    'sex?': text,
    'birthDate?': text,
    'phone?': text,
    'address?': text,
  }),
  FoundPersons: record({ persons: list(refer('SeenPerson')), 'next?': id }),
  Duplicates: record({
    duplicates: list(
      record({ persons: list(refer('SeenPerson')), reasons: list(record({ code: text, title: text })) }),
    ),
  }),
  CasesOfPerson: record({
    person: id,
    cases: list(
      record({
        ...{ streamId: id, streamType: text, title: text, state: text, office: text },
        ...{ firstOn: date, lastOn: date, events: whole },
      }),
    ),
  }),
  PersonDecision: record({ streamId: id, position: whole }),
  Erased: record({ person: id }),
  GlassBroken: record({ until: instant, position: whole }),
  BrokenGlasses: record({
    rows: list(
      record({ office: text, 'person?': id, brokenOn: date, by: text, reason: text, until: instant, position: whole }),
    ),
    'next?': text,
    freshness: refer('Freshness'),
  }),
  SubjectExport: record({
    person: refer('SeenPerson'),
    records: list(
      record({
        streamId: id,
        streamType: text,
        title: text,
        owner: text,
        events: list(record({ type: text, title: text, occurredOn: date, office: text, data: open })),
      }),
    ),
  }),
};
