import type { FactHandlers, FactSheet, FactValue } from '#application/facts.js';
import type { LitigationSettings } from '../settings.js';
import type { LitigationEvent } from '../domain/events.js';
import { type factFields, tables } from './kinds.js';

export type Handlers = FactHandlers<LitigationEvent, LitigationSettings>;

type FieldsOf<Kind extends keyof typeof factFields> = { readonly [N in (typeof factFields)[Kind][number]]?: FactValue };

const suits = (sheet: FactSheet) => sheet.all('litigation.suit');
const text = (value: FactValue): string | undefined => (typeof value === 'string' ? value : undefined);

/** Begins a suit: the first of its stream, or a retrial of what was final. */
export const beginSuit = (sheet: FactSheet, fields: FieldsOf<'litigation.suit'>, person?: string): void =>
  tables.put(
    sheet,
    'litigation.suit',
    String(suits(sheet).length + 1),
    fields,
    person === undefined ? undefined : { person },
  );

/** Puts fields of the suit under way. */
export const putSuit = (sheet: FactSheet, fields: FieldsOf<'litigation.suit'>): void =>
  tables.put(sheet, 'litigation.suit', String(suits(sheet).length), fields);

export const inSuit = (sheet: FactSheet, field: (typeof factFields)['litigation.suit'][number]): string | undefined =>
  text(suits(sheet).at(-1)?.fields[field]);

/** Puts fields of the instance under way. */
export const putInstance = (sheet: FactSheet, fields: FieldsOf<'litigation.instance'>): void =>
  tables.put(sheet, 'litigation.instance', inSuit(sheet, 'suitNo') ?? '', fields);

export const inInstance = (
  sheet: FactSheet,
  field: (typeof factFields)['litigation.instance'][number],
): string | undefined => text(sheet.get('litigation.instance', inSuit(sheet, 'suitNo') ?? '')?.fields[field]);
