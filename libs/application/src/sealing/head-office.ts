import { type BureauCode, type OfficeCode, Rejected, reject } from '../kernel.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import { officesOf } from './freeze-figures.js';

/** The office in whose name a bureau's books are kept. @rejects not-found */
export const headOffice = (offices: OfficeDirectory, bureau: BureauCode): OfficeCode => {
  const found = officesOf(offices, bureau).find((code) => offices.find(code)?.kind === 'bureau');
  if (found === undefined) throw new Rejected(reject('not-found', { at: 'bureau', code: 'not-found' }));
  return found;
};
