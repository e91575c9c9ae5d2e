import { Rejected, reject } from '../kernel.js';

/** Refused for now: the same may be asked again after so many seconds. */
export class Later extends Rejected {
  constructor(
    code: 'too-many-tries' | 'too-busy' | 'too-many-requests',
    readonly seconds: number,
  ) {
    super(reject(code));
  }
}
