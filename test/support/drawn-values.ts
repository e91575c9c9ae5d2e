import fc from 'fast-check';

/** Texts of every kind that PostgreSQL can hold. */
export const letters = fc
  .oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }), fc.constant('盗窃罪\t\\N\n"{},()'))
  .filter((text) => !text.includes('\0'));

/** Any day from the year 1 to the year 9999. */
export const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
