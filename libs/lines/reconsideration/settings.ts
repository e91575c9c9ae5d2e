import type { Setting, SettingsOf } from '#application/settings.js';
import type { Dated } from '#kernel/dated.js';
import type { DataOfEvent } from './domain/events/index.js';
import { field } from './domain/enumerations.js';
import { LAW_OF_1999, REVISION_OF_2023 } from './domain/law.js';

type Field = DataOfEvent<'reconsideration.ReconsiderationApplied'>['field'];
type Approver = DataOfEvent<'reconsideration.TermExtended'>['approver'];

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** What could not be confirmed from the text of the rule, or is left to the province or county. */
export const settings = {
  fieldsInUse: setting<readonly Field[]>(field.values, 'Provinces list the fields of administration differently.'),
  termRunsFrom: setting<Dated<'receipt' | 'acceptance'>>(
    [
      { from: LAW_OF_1999, value: 'receipt' },
      { from: REVISION_OF_2023, value: 'acceptance' },
    ],
    'Before 2024 an application counted as accepted from the day it came in, so the term for the decision ran from there; ' +
      'by the law in force on the day of receipt.',
    '行政复议法(2017) 第十七条第二款、第三十一条; 行政复议法 第六十二条',
  ),
  extensionApprovers: setting<Dated<readonly Approver[]>>(
    [
      { from: LAW_OF_1999, value: ['authority-head'] },
      { from: REVISION_OF_2023, value: ['agency-head', 'authority-head'] },
    ],
    'The head of the authority before 2024, the head of its agency since; whoever stands above may always.',
    '行政复议法(2017) 第三十一条; 行政复议法 第六十二条',
  ),
} as const;

export type ReconsiderationSettings = SettingsOf<typeof settings>;
