/**
 * The official Chinese of an identifier, written once. `origin` tells a statutory or statistical word (`law`, `form`)
 * from one we coined (`house`); `source` is the article or form it rests on; `help` is the sentence shown at the field.
 */
export interface Term {
  readonly zh: string;
  readonly en: string;
  readonly origin: 'law' | 'form' | 'house';
  readonly source?: string;
  readonly help?: string;
}

export type Terms<Key extends string = string> = Readonly<Record<Key, Term>>;
