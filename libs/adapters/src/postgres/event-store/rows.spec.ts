import { toInstant } from './rows.js';

describe('an instant as the database writes it', () => {
  it.each([
    ['2023-04-05 06:07:08.123+00', '2023-04-05T06:07:08.123Z'],
    ['2023-04-05 06:07:08.9+00', '2023-04-05T06:07:08.900Z'],
    ['2023-12-31 23:59:59+00', '2023-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, instant) => expect(toInstant(text)).toBe(instant));
});
