import type { Fact, FactSheet, FactValue } from './facts.js';
import type { LocalDate, OfficeCode, Uuid } from './kernel.js';

/** What an event did to one fact. */
export interface FactChange {
  /** As it was before the event; undefined where there was none. */
  readonly before: Fact | undefined;
  /** As it is now; undefined where there is none any more. */
  readonly fact: Fact | undefined;
  /** Fields that differ, where they are known: not of a fact that came, went, or changed its office or person. */
  readonly changed?: readonly string[] | undefined;
}

/** A fact in its place on the sheet, which stays while facts of its kind and key come and go. */
interface Entry extends FactChange {
  readonly kind: string;
  before: Fact | undefined;
  fact: Fact | undefined;
  changed: string[] | undefined;
  touched: boolean;
  /** The next one of the same key, of another kind. */
  readonly next: Entry | undefined;
}

/** The facts of one stream while it is folded; remembers what each fact was before the current event. */
export class Sheet implements FactSheet {
  /** By key, the first of the entries that share it: few kinds do. */
  private readonly entries = new Map<string, Entry>();
  /** Those that hold a fact, in the order in which facts came. */
  private readonly standing: Entry[] = [];
  private readonly touchedNow: Entry[] = [];
  /** Office of the current event, which new facts belong to unless they say otherwise. */
  office: OfficeCode = '';
  version = 0;
  position = 0;
  foldedTo: LocalDate = '';

  constructor(facts: Iterable<Fact> = []) {
    for (const fact of facts) this.stand(this.open(fact.kind, fact.key), fact);
  }

  private find(kind: string, key: string): Entry | undefined {
    let entry = this.entries.get(key);
    while (entry !== undefined && entry.kind !== kind) entry = entry.next;
    return entry;
  }

  private open(kind: string, key: string): Entry {
    const next = this.entries.get(key);
    const entry = { kind, next, before: undefined, fact: undefined, changed: undefined, touched: false };
    this.entries.set(key, entry);
    return entry;
  }

  private stand(entry: Entry, fact: Fact): void {
    if (entry.fact === undefined) this.standing.push(entry);
    entry.fact = fact;
  }

  private touch(entry: Entry): void {
    if (entry.touched) return;
    entry.touched = true;
    entry.before = entry.fact;
    entry.changed = entry.fact === undefined ? undefined : [];
    this.touchedNow.push(entry);
  }

  get(kind: string, key: string): Fact | undefined {
    return this.find(kind, key)?.fact;
  }

  put(kind: string, key: string, fields: Fact['fields'], more: { office?: Fact['office']; person?: Uuid } = {}): void {
    const entry = this.find(kind, key) ?? this.open(kind, key);
    const known = entry.fact;
    const person = more.person ?? known?.person;
    const office = more.office ?? known?.office ?? this.office;
    this.touch(entry);
    if (known !== undefined) note(entry, known, fields, office === known.office && person === known.person);
    const merged = known === undefined ? fields : { ...known.fields, ...fields };
    this.stand(
      entry,
      person === undefined ? { kind, key, office, fields: merged } : { kind, key, office, person, fields: merged },
    );
  }

  remove(kind: string, key: string): void {
    const entry = this.find(kind, key);
    if (entry?.fact === undefined) return;
    this.touch(entry);
    entry.changed = undefined;
    entry.fact = undefined;
    this.standing.splice(this.standing.indexOf(entry), 1);
  }

  all(kind: string): readonly Fact[] {
    const facts: Fact[] = [];
    for (const { fact } of this.standing) if (fact?.kind === kind) facts.push(fact);
    return facts;
  }

  /** What the current event did so far, each fact once, in the order in which it touched them. */
  get touched(): readonly FactChange[] {
    return this.touchedNow;
  }

  /** Writes a derived field into a fact the event touched, without making it look as if the event had written it. */
  derive(change: FactChange, field: string, value: FactValue): void {
    const entry = change as Entry;
    const { fact } = entry;
    if (fact === undefined || fact.fields[field] === value) return;
    entry.changed?.push(field);
    entry.fact = { ...fact, fields: { ...fact.fields, [field]: value } };
  }

  /** The event is done with. */
  settle(): void {
    for (const entry of this.touchedNow) {
      entry.touched = false;
      entry.before = undefined;
      entry.changed = undefined;
    }
    this.touchedNow.length = 0;
  }

  values(): readonly Fact[] {
    return this.standing.map(({ fact }) => fact as Fact);
  }

  /** What must change for the facts of another sheet to become those of this one: those facts first, in their order. */
  changesFrom(old: Sheet): readonly FactChange[] {
    const before = old.values();
    const known = new Set(before.map(({ kind, key }) => this.find(kind, key)));
    return [
      ...before.map((fact): FactChange => ({ before: fact, fact: this.get(fact.kind, fact.key) })),
      ...this.standing.flatMap((entry): FactChange[] =>
        known.has(entry) ? [] : [{ before: undefined, fact: entry.fact }],
      ),
    ];
  }
}

/** Notes what differs from a fact that is known, and has been touched; nothing more is known of one that moved. */
const note = (entry: Entry, known: Fact, fields: Fact['fields'], stays: boolean): void => {
  const { changed } = entry;
  if (changed === undefined) return;
  if (!stays) entry.changed = undefined;
  else for (const name in fields) if (known.fields[name] !== fields[name]) changed.push(name);
};
