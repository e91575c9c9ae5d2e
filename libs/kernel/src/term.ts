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

/** A word of the law, with its article. */
export const law = (zh: string, en: string, source: string): Term => ({ zh, en, origin: 'law', source });
/** A word of a statistical or published form, with the form it stands in. */
export const form = (zh: string, en: string, source: string): Term => ({ zh, en, origin: 'form', source });
/** A word of our own, with the article it leans on where there is one. */
export const house = (zh: string, en: string, source?: string): Term =>
  source === undefined ? { zh, en, origin: 'house' } : { zh, en, origin: 'house', source };
