import { readBreakdown } from '../queries/read-breakdown.js';
import { type FigurePorts, ReadFigures, ReadFiguresHandler } from '../queries/read-figures.js';
import { LiveFigures } from './live-figures.js';
import type { LiveHub } from './live-hub.js';

/** Figures pushed as a hub hears that they moved, read as those who ask for them read them. */
export const liveFiguresOf = (ports: FigurePorts & { readonly hub: LiveHub }): LiveFigures => {
  const handler = new ReadFiguresHandler(ports);
  const figures = new LiveFigures({
    registry: ports.platform.registry,
    figures: ({ caller, scope }, period, codes, least) =>
      handler.execute(new ReadFigures(caller, { ...scope, period, codes: codes.join(','), 'min-position': least })),
    breakdown: ({ caller, scope }, code, period, least) =>
      readBreakdown(ports, caller, code, { ...scope, period, 'min-position': least }),
  });
  ports.hub.alsoTell(figures);
  return figures;
};
