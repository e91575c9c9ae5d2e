import { placeholdersIn } from '#application/report-definition.js';
import { indicators } from '../indicators/index.js';
import { annual } from './annual.report.js';

it('binds every number of its text to a figure of the line', () => {
  const names = annual.parts.flatMap(({ paragraphs }) => paragraphs.flatMap(placeholdersIn));
  expect(names.filter((name) => !(name in indicators))).toEqual(['year', 'asOf']);
});
