import { isMinor } from './minors.js';

it.each([
  ['2005-06-02', '2023-06-01', true],
  ['2005-06-01', '2023-06-01', false],
  ['2005-02-28', '2023-02-28', false],
  ['2004-02-29', '2022-02-28', true],
  ['2004-02-29', '2022-03-01', false],
  ['1980-01-01', '2023-06-01', false],
  ['2022-12-31', '2023-06-01', true],
])('who was born on %s is a minor on %s: %s', (birthDate, today, minor) =>
  expect(isMinor({ birthDate }, today)).toBe(minor),
);
it('whose birth date nobody knows is taken for none', () => expect(isMinor({}, '2023-06-01')).toBe(false));
