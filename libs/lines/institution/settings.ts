import type { Setting } from '#application/settings.js';

const setting = <Value>(value: Value, why: string, source?: string): Setting<Value> =>
  source === undefined ? { default: value, why } : { default: value, why, source };

/** What the rules leave to provinces and counties. A deployment overrides by name. */
export const settings = {
  reviewWorkingDays: setting(
    { majorEnforcement: 10, other: 15 },
    'Working days for a review: no national count for enforcement decisions; 5 to 15 for normative documents.',
    '国办发〔2018〕118号; 国办发〔2018〕115号',
  ),
} as const;
