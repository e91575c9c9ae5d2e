import type { SettingsDefinition } from '#application/settings.js';

/** Nothing of a nil report is left to the province. */
export const settings: SettingsDefinition = {};
