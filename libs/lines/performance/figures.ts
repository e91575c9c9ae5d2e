import { deadlines } from './deadlines.js';
import { identities } from './identities.js';
import { indicators } from './indicators/index.js';
import { measures } from './measures/index.js';
import { registers } from './registers.js';
import { facts } from './views/facts.view.js';

/** Everything of the line's declaration that follows from its events. */
export const figures = {
  facts,
  registers: Object.values(registers),
  measures: Object.values(measures),
  indicators: Object.values(indicators),
  identities: Object.values(identities),
  deadlines: Object.values(deadlines),
};
