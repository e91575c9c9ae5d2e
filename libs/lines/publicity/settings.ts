import type { Setting, SettingsOf } from '#application/settings.js';
import type { ValueOf } from '#kernel/schema.js';
import type { duty } from './domain/enumerations.js';

type Duty = ValueOf<typeof duty>;

const setting = <Value>(value: Value, why: string): Setting<Value> => ({ default: value, why });

/** What the province or county decides. */
export const settings = {
  counselDuties: setting<readonly Duty[]>(
    ['on-call', 'visit', 'lecture', 'article'],
    'What a village counsel owes each month (四个一); counties name other duties, or fewer.',
  ),
  counselTermMonths: setting(60, 'Longest term a counsel is appointed for; contracts run one to three years.'),
} as const;

export type PublicitySettings = SettingsOf<typeof settings>;
