import type { FlowDefinition } from '#application/flow.js';

/** Where the lines meet, one per row, alphabetical. */
export const flows: readonly FlowDefinition[] = [];
