import { defineProcedure } from '#kernel/procedure.js';
import { type GlassEvent, glassEvents } from './events.js';

/** Every time one caller looked at one person beyond his own office. */
export const glass = defineProcedure<GlassEvent, 'broken'>({
  type: 'dossiers.break-glass',
  events: glassEvents,
  fixed: true,
  steps: { none: ['dossiers.GlassBroken'], broken: ['dossiers.GlassBroken'] },
  becomes: { 'dossiers.GlassBroken': 'broken' },
});
