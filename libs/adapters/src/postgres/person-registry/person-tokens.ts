import type { PersonDetails } from '#application/ports/person-registry.js';
import { termKinds, termsOf } from '#application/persons/search-terms.js';
import { type IndexKey, tokenOf } from './index-keys.js';

/** Everything a person is found by, as it is stored. */
export const tokensOf = (
  key: IndexKey,
  person: PersonDetails,
): readonly { readonly token: string; readonly kind: number }[] =>
  termsOf(person).map((term) => ({ token: tokenOf(key, term).toString('hex'), kind: termKinds[term.kind] }));
