import type { Fact, FactSheet, FactValue } from './facts.js';
import type { LocalDate, OfficeCode, Uuid } from './kernel.js';

const idOf = (kind: string, key: string): string => `${kind}|${key}`;

/** The facts of one stream while it is folded; remembers what each fact was before the current event. */
export class Sheet implements FactSheet {
  private readonly facts = new Map<string, Fact>();
  /** Facts the current event touched, as they were before it. */
  readonly before = new Map<string, Fact | undefined>();
  /** Fields the current event changed, by fact; a fact that is new, or changed its office or person, has none listed. */
  readonly changed = new Map<string, Set<string> | undefined>();
  /** Office of the current event, which new facts belong to unless they say otherwise. */
  office: OfficeCode = '';
  version = 0;
  position = 0;
  foldedTo: LocalDate = '';

  constructor(facts: Iterable<Fact> = []) {
    for (const fact of facts) this.facts.set(idOf(fact.kind, fact.key), fact);
  }

  get(kind: string, key: string): Fact | undefined {
    return this.facts.get(idOf(kind, key));
  }

  put(kind: string, key: string, fields: Fact['fields'], more: { office?: Fact['office']; person?: Uuid } = {}): void {
    const id = idOf(kind, key);
    const known = this.facts.get(id);
    const person = more.person ?? known?.person;
    const office = more.office ?? known?.office ?? this.office;
    if (!this.before.has(id)) {
      this.before.set(id, known);
      this.changed.set(id, known === undefined ? undefined : new Set());
    }
    if (known !== undefined) this.note(id, known, fields, office === known.office && person === known.person);
    const merged = known === undefined ? fields : { ...known.fields, ...fields };
    this.facts.set(
      id,
      person === undefined ? { kind, key, office, fields: merged } : { kind, key, office, person, fields: merged },
    );
  }

  private note(id: string, known: Fact, fields: Fact['fields'], stays: boolean): void {
    const changed = this.changed.get(id);
    if (changed === undefined) return;
    if (!stays) this.changed.set(id, undefined);
    else for (const name in fields) if (known.fields[name] !== fields[name]) changed.add(name);
  }

  remove(kind: string, key: string): void {
    const id = idOf(kind, key);
    const known = this.facts.get(id);
    if (known === undefined) return;
    if (!this.before.has(id)) this.before.set(id, known);
    this.changed.set(id, undefined);
    this.facts.delete(id);
  }

  all(kind: string): readonly Fact[] {
    return [...this.facts.values()].filter((fact) => fact.kind === kind);
  }

  /** The fact under the id used in `before`. */
  at(id: string): Fact | undefined {
    return this.facts.get(id);
  }

  /** Writes a derived field without making the fact look touched by the event. */
  derive(id: string, field: string, value: FactValue): void {
    const fact = this.facts.get(id);
    if (fact === undefined || fact.fields[field] === value) return;
    this.changed.get(id)?.add(field);
    this.facts.set(id, { ...fact, fields: { ...fact.fields, [field]: value } });
  }

  /** The event is done with. */
  settle(): void {
    this.before.clear();
    this.changed.clear();
  }

  values(): readonly Fact[] {
    return [...this.facts.values()];
  }

  entries(): IterableIterator<[string, Fact]> {
    return this.facts.entries();
  }
}
