import type { SettingsOf } from '#application/settings.js';

/** What the law leaves to the province or county, or what could not be confirmed. */
export const settings = {
  adviceAnswerDays: {
    default: 60,
    why: 'Days to answer a judicial suggestion that sets no day itself; two months is usual, no national rule was found.',
  },
} as const;

export type LitigationSettings = SettingsOf<typeof settings>;
