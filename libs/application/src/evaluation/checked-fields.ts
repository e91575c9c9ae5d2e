import { type Fields, type LocalDate, Rejected, compileValidator, reject } from '../kernel.js';

/**
 * A check of data that is handed in as one part of a request.
 * @param place name of that part, at which faults are told
 * @rejects invalid-data naming every fault
 */
export const checkOf = (fields: Fields, place: string): ((data: unknown, today: LocalDate) => void) => {
  const validate = compileValidator(fields);
  return (data, today) => {
    const faults = validate(data, today).map((fault) => ({ ...fault, at: fault.at.replace(/^data/, place) }));
    if (faults.length > 0) throw new Rejected(reject('invalid-data', ...faults));
  };
};
