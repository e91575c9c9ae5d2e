import type { ValueOf } from '#kernel/schema.js';
import { level, type scale, type topic } from './enumerations.js';

export type Topic = ValueOf<typeof topic>;
export type Level = ValueOf<typeof level>;
export type Scale = ValueOf<typeof scale>;

/** The levels a scale offers. */
export const levelsOf: Readonly<Record<Scale, readonly Level[]>> = {
  'five-levels': level.values,
  'three-levels': ['satisfied', 'basically-satisfied', 'dissatisfied'],
  'two-levels': ['satisfied', 'dissatisfied'],
  test: [],
};
