import type { Fact } from '#application/facts.js';

/**
 * A fact as it is stored among those of its stream: kind, key, fields, then the office and the person where they are not those
 * of the fact before it, as they mostly are; null stands for nobody.
 */
type StoredFact = readonly [
  kind: string,
  key: string,
  fields: Fact['fields'],
  office?: Fact['office'],
  person?: Fact['person'] | null,
];

/** Facts of one stream as they are stored, to be written as JSON. */
export const storedFacts = (facts: readonly Fact[]): readonly StoredFact[] => {
  let before: Pick<Fact, 'office' | 'person'> = { office: '' };
  return facts.map((fact): StoredFact => {
    const { kind, key, fields, office, person } = fact;
    const moved = office !== before.office;
    const others = person !== before.person;
    before = fact;
    if (others) return [kind, key, fields, office, person ?? null];
    return moved ? [kind, key, fields, office] : [kind, key, fields];
  });
};

/** The facts stored in a JSON text, in the order in which they were. A generation begun by an older program holds them whole. */
export const readFacts = (json: string): readonly Fact[] => {
  let office: Fact['office'] = '';
  let person: Fact['person'] | null = null;
  return (JSON.parse(json) as readonly (StoredFact | Fact)[]).map((stored) => {
    if ('kind' in stored) return stored;
    const [kind, key, fields] = stored;
    [, , , office = office, person = person] = stored;
    return person === null ? { kind, key, office, fields } : { kind, key, office, person, fields };
  });
};
