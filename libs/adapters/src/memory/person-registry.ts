import { checkPeople } from '#application/persons/person-rules.js';
import type { Clock, Ids } from '#application/ports/clock.js';
import type { NewLook } from '#application/looks/look.js';
import type { Looks } from '#application/ports/looks.js';
import type { PersonDetails, PersonRegistry, SharedTerm } from '#application/ports/person-registry.js';
import { type MatchKind, type SearchTerm, matchKinds, termsOf } from '#application/persons/search-terms.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { MemoryLooks } from './looks.js';

/** The person registry without a database and without secrecy: for simulations and tests. */
export class MemoryPersonRegistry implements PersonRegistry {
  private readonly people = new Map<Uuid, PersonDetails | 'erased'>();
  private readonly bureaus = new Map<Uuid, BureauCode>();
  private readonly byDocument = new Map<string, Uuid>();

  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly looks: Pick<Looks, 'write'> = new MemoryLooks(clock),
  ) {}

  async register(bureau: BureauCode, person: PersonDetails): Promise<{ personRef: Uuid; known: boolean }> {
    const [checked] = checkPeople([person], this.clock.now().today, () => 'person');
    return this.enrol(bureau, checked as PersonDetails);
  }

  async registerMany(bureau: BureauCode, people: readonly PersonDetails[]): Promise<readonly Uuid[]> {
    const checked = checkPeople(people, this.clock.now().today, (index) => `people[${index}]`);
    return checked.map((person) => this.enrol(bureau, person).personRef);
  }

  async reveal(personRef: Uuid): Promise<PersonDetails | 'erased' | undefined> {
    return this.people.get(personRef);
  }

  async revealMany(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>> {
    return new Map(personRefs.flatMap((ref) => this.entry(ref)));
  }

  async lookAt(
    personRefs: readonly Uuid[],
    lookOf: (found: ReadonlyMap<Uuid, PersonDetails | 'erased'>) => NewLook,
  ): Promise<ReadonlyMap<Uuid, PersonDetails | 'erased'>> {
    const found = await this.revealMany(personRefs);
    await this.looks.write(lookOf(found));
    return found;
  }

  private entry(ref: Uuid): readonly (readonly [Uuid, PersonDetails | 'erased'])[] {
    const person = this.people.get(ref);
    return person === undefined ? [] : [[ref, person]];
  }

  async bureausOf(personRefs: readonly Uuid[]): Promise<ReadonlyMap<Uuid, BureauCode>> {
    return new Map([...this.bureaus].filter(([ref]) => personRefs.includes(ref)));
  }

  async find(
    bureau: BureauCode,
    terms: readonly SearchTerm[],
    { after = '', limit }: { readonly after?: Uuid; readonly limit: number },
  ): Promise<readonly Uuid[]> {
    const asked = new Set(terms.map(textOf));
    return [...this.termsIn(bureau)]
      .filter(([ref, theirs]) => ref > after && theirs.some((term) => asked.has(textOf(term))))
      .map(([ref]) => ref)
      .sort()
      .slice(0, limit);
  }

  async shared(bureau: BureauCode): Promise<readonly SharedTerm[]> {
    const holders = new Map<string, { readonly kind: MatchKind; readonly persons: Uuid[] }>();
    for (const [ref, terms] of this.termsIn(bureau))
      for (const term of terms) {
        const kind = matchKinds.find((known) => known === term.kind);
        if (kind === undefined) continue;
        const known = holders.get(textOf(term)) ?? { kind, persons: [] };
        known.persons.push(ref);
        holders.set(textOf(term), known);
      }
    return [...holders.values()].filter(({ persons }) => persons.length > 1);
  }

  private termsIn(bureau: BureauCode): ReadonlyMap<Uuid, readonly SearchTerm[]> {
    return new Map(
      [...this.people].flatMap(([ref, person]) =>
        person === 'erased' || this.bureaus.get(ref) !== bureau ? [] : [[ref, termsOf(person)] as const],
      ),
    );
  }

  async erase(personRef: Uuid): Promise<void> {
    if (this.people.has(personRef)) this.people.set(personRef, 'erased');
    for (const [document, holder] of this.byDocument) if (holder === personRef) this.byDocument.delete(document);
  }

  private enrol(bureau: BureauCode, person: PersonDetails): { personRef: Uuid; known: boolean } {
    const document = person.idNo === undefined ? undefined : [bureau, person.idType, person.idNo].join('\u0000');
    const held = document === undefined ? undefined : this.byDocument.get(document);
    if (held !== undefined) return { personRef: held, known: true };
    const personRef = this.ids.next();
    this.people.set(personRef, person);
    this.bureaus.set(personRef, bureau);
    if (document !== undefined) this.byDocument.set(document, personRef);
    return { personRef, known: false };
  }
}

const textOf = ({ kind, text }: SearchTerm): string => `${kind} ${text}`;
