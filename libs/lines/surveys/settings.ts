import type { Setting, SettingsOf } from '#application/settings.js';

const setting = <Value>(value: Value, why: string): Setting<Value> => ({ default: value, why });

/** What the law leaves open. Whether 基本满意 counts, and the smallest sample, are stated with each survey. */
export const settings = {
  otherTopics: setting<readonly string[]>(
    [],
    'Topics beyond the table, by the Chinese name they are printed with (公证服务); counted at once under `other`.',
  ),
  awarenessPassPercent: setting(
    60,
    'Share of correct answers from which somebody knows the law; no national threshold.',
  ),
} as const;

export type SurveysSettings = SettingsOf<typeof settings>;
