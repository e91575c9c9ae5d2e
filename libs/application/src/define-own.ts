import { canonicalJson } from '#kernel/canonical.js';
import { type BureauCode, Rejected, reject } from './kernel.js';
import { type OwnDefinition, type StoredDefinition, readDefinition } from './own-definition.js';
import { brokenFormulas } from './own-formula.js';
import type { DefinitionProblem } from './own-written.js';
import type { DefinitionStore } from './ports/definitions.js';
import type { Registry } from './registry.js';

/** Definitions as somebody hands them in: measures first, so that indicators may rest on them. */
export interface HandedIn {
  readonly measures?: readonly unknown[];
  readonly indicators?: readonly unknown[];
}

/** Definitions as they would be taken in. */
export interface Drafted {
  /** Knows them, and all there were before. */
  readonly after: Registry;
  readonly changed: readonly OwnDefinition[];
}

/** Brings what bureaus defined for themselves into the registry, and takes new definitions in. */
export class OwnDefinitions {
  constructor(
    private readonly store: DefinitionStore,
    private readonly registry: Registry,
    /** Derives the rows again with every measure there is; absent where this process may not. */
    private readonly derive?: () => Promise<void>,
    /** Takes up what else the live rows were derived with. */
    private readonly besides?: () => Promise<void>,
  ) {}

  /** Makes the registry know what the live rows were derived with, and every indicator. Cheap when nothing changed. */
  async refresh(): Promise<void> {
    const live = await this.store.live();
    if (this.registry.knows(live)) return;
    await this.besides?.();
    this.registry.adopt(await this.store.all(), live);
  }

  list(): Promise<readonly StoredDefinition[]> {
    return this.store.all();
  }

  /**
   * Checks definitions together and keeps them: indicators count at once; measures count, over all history, when the rows are
   * derived again, which this does where it may: also for those kept before, while that could not be done. What is already so is
   * left alone.
   * @rejects invalid-data naming every problem with its place
   */
  async add(handed: HandedIn, bureau: BureauCode, by: string): Promise<readonly StoredDefinition[]> {
    const { changed } = await this.draft(handed, bureau);
    const added = changed.length === 0 ? [] : await this.store.add(changed, bureau, by);
    const all = await this.store.all();
    const live = await this.store.live();
    if (all.some(({ kind, id }) => kind === 'measure' && id > live)) await this.derive?.();
    this.registry.adopt(all, await this.store.live());
    return added;
  }

  /**
   * Checks definitions together and gives those that say something new, with a registry that knows them; nothing is kept.
   * @rejects invalid-data naming every problem with its place
   */
  async draft(handed: HandedIn, bureau: BureauCode): Promise<Drafted> {
    const known = await this.store.all();
    const draft = this.registry.copy();
    draft.adopt(known, Number.MAX_SAFE_INTEGER);
    const problems: DefinitionProblem[] = [];
    const read: OwnDefinition[] = [];
    for (const kind of ['measure', 'indicator'] as const)
      for (const [at, written] of (handed[`${kind}s`] ?? []).entries()) {
        const found = readDefinition(kind, written, draft, bureau);
        if ('problems' in found)
          problems.push(
            ...found.problems.map((item) => ({ ...item, at: `${kind}s.${at}${item.at === '' ? '' : `.${item.at}`}` })),
          );
        else {
          if (read.some(({ body }) => body.code === found.definition.body.code))
            problems.push({ at: `${kind}s.${at}.code`, code: 'duplicate-key' });
          read.push(found.definition);
          draft.adopt([...known, ...read.map((item) => draftOf(item, bureau))], Number.MAX_SAFE_INTEGER);
        }
      }
    for (const [at, { body }] of read.entries()) {
      const owner = known.findLast((item) => item.body.code === body.code)?.bureau;
      if (owner !== undefined && owner !== bureau) problems.push({ at: `${at}.code`, code: 'duplicate-key' });
    }
    // What rests on a measure or an indicator must still be able to once that says something else.
    for (const [code, { bureau: owner }] of draft.own)
      if (owner === bureau && !read.some(({ body }) => body.code === code)) {
        const indicator = draft.indicators.get(code);
        if (indicator !== undefined) problems.push(...brokenFormulas(indicator, draft, bureau));
      }
    if (problems.length > 0) throw new Rejected(reject('invalid-data', ...problems));
    return { after: draft, changed: read.filter((definition) => !alike(definition, known)) };
  }
}

const draftOf = (definition: OwnDefinition, bureau: BureauCode): StoredDefinition => ({
  ...definition,
  id: 0,
  version: 1,
  bureau,
  definedBy: '',
  definedAt: '',
});

/** Whether the newest version of a code says the same. */
const alike = (definition: OwnDefinition, known: readonly StoredDefinition[]): boolean => {
  const newest = known.findLast(({ body }) => body.code === definition.body.code);
  if (newest === undefined) return false;
  const bare = ({ title, body }: OwnDefinition): string => canonicalJson({ title, body: { ...body, version: 0 } });
  return bare(newest) === bare(definition);
};
