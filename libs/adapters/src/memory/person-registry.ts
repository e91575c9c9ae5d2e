import type { Clock, Ids } from '#application/ports/clock.js';
import type { PersonDetails, PersonRegistry } from '#application/ports/person-registry.js';
import type { BureauCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { checkPeople } from '../person-rules.js';

/** The person registry without a database and without secrecy: for simulations and tests. */
export class MemoryPersonRegistry implements PersonRegistry {
  private readonly people = new Map<Uuid, PersonDetails | 'erased'>();
  private readonly byDocument = new Map<string, Uuid>();

  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
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

  private entry(ref: Uuid): readonly (readonly [Uuid, PersonDetails | 'erased'])[] {
    const person = this.people.get(ref);
    return person === undefined ? [] : [[ref, person]];
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
    if (document !== undefined) this.byDocument.set(document, personRef);
    return { personRef, known: false };
  }
}
