/** What the measures of a case have in common. */
export const fact = 'aftercare.case';
export const counted = { counted: true } as const;
export const flow = { fact, unit: '人', kind: 'flow' } as const;
/** Released from prison or detention house, and not from correction. */
export const prisoner = { origin: 'released', sourceKind: { oneOf: ['prison', 'detention-house', 'other'] } } as const;
