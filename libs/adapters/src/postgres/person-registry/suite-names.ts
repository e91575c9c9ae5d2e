/** What new persons may be sealed by, as the setting names it. */
export const suiteNames = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;
export type SuiteName = (typeof suiteNames)[number];
