import type { Setting, SettingsOf } from '#application/settings.js';
import type { ValueOf } from '#kernel/schema.js';
import type { grade } from './domain/enumerations.js';

type Grade = ValueOf<typeof grade>;

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** What the law leaves open. */
export const settings = {
  qualifiedGrades: setting<readonly Grade[]>(
    ['excellent', 'competent'],
    'Appraisal grades that count as qualified (业务水平合格); 基本称职 is left out, which no rule settles.',
    '公务员法 第三十八条',
  ),
} as const;

export type TrainingSettings = SettingsOf<typeof settings>;
