import { fieldTerm, titleOf } from '../describe-lines.js';
import { columnWords, personWords } from '../entry/terms.js';
import { Rejected, type Uuid, reject } from '../kernel.js';
import { type Looker, lookOf } from '../looks/look.js';
import { hiddenAmong, idsIn, leaveOut } from '../persons/hide-sealed.js';
import { type RevealPorts, reveal } from '../persons/reveal.js';
import { sealedAmong } from '../persons/standing.js';
import type { Ledger, Reading, RegisterRow } from '../ports/ledger.js';
import type { Looks } from '../ports/looks.js';
import { type ColumnKind, valueTitles } from './value-titles.js';

/** Rows read at a time, and persons put on record together. */
const PAGE = 500;

export interface ExportPorts {
  /** What decides about persons: it knows more than the caller may. */
  readonly desk: RevealPorts;
  /** What the caller may read of the ledger. */
  readonly ledger: Pick<Ledger, 'registerRows'>;
  readonly looks: Pick<Looks, 'write'>;
}

export interface AskedExport {
  readonly register: string;
  /** Whose rows; as they stood at `asOf`, so that pages read one after another are of one moment. */
  readonly reading: Reading & { readonly asOf: number };
  readonly filters: Readonly<Record<string, string>>;
  /** Why it is carried away. */
  readonly reason: string;
  /** Whether persons are named: to whoever may read persons at all. */
  readonly named: boolean;
}

export interface ExportedRegister {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly kind: ColumnKind }[];
  /** A value for each column; null where there is none. */
  readonly rows: AsyncIterable<readonly (string | number | boolean | null)[]>;
}

/**
 * A register to be carried away, as its list shows it: whoever is sealed to the caller is left out, names are whole or masked as in
 * every list (`persons/reveal.ts`), and whom the rows are about is on record before they are given, page by page.
 * @rejects not-found         no such register
 * @rejects look-not-recorded while rows are taken
 */
export const exportRegister = (ports: ExportPorts, looker: Looker, asked: AskedExport): ExportedRegister => {
  const { registry, offices } = ports.desk;
  const line = registry.lines.find(({ registers }) => registers.some(({ code }) => code === asked.register));
  const register = line?.registers.find(({ code }) => code === asked.register);
  if (line === undefined || register === undefined) throw new Rejected(reject('not-found'));
  const values = valueTitles(registry, line);
  const valueOf = (name: string, value: unknown, names: ReadonlyMap<string, string>) => {
    if (value === undefined || value === null) return null;
    if (Array.isArray(value) || typeof value === 'object') return JSON.stringify(value);
    const known = value as string | number | boolean;
    return names.get(String(known)) ?? values.titleOf(name, known);
  };
  const rows = async function* (): AsyncGenerator<readonly (string | number | boolean | null)[]> {
    for await (const { shown, names } of pagesOf(ports, looker, asked))
      for (const { office, person, columns } of shown)
        yield [
          ...(asked.named ? [names.get(person ?? '') ?? null] : []),
          offices.find(office)?.name ?? office,
          ...register.columns.map((name) => valueOf(name, columns[name], names)),
        ];
  };
  return {
    title: titleOf(registry, register.code),
    columns: [
      ...[...(asked.named ? [personWords.name] : []), columnWords.office].map(({ title }) => ({
        ...{ title, kind: 'text' as const },
      })),
      ...register.columns.map((column) => ({
        title: fieldTerm(registry, register.fact, column)?.zh ?? column,
        kind: values.kindOf(column),
      })),
    ],
    rows: rows(),
  };
};

/** Page after page, with the names of whom it is about. */
async function* pagesOf(
  ports: ExportPorts,
  looker: Looker,
  asked: AskedExport,
): AsyncGenerator<{ readonly shown: readonly RegisterRow[]; readonly names: ReadonlyMap<string, string> }> {
  const { register, reading, filters } = asked;
  let after: string | undefined;
  do {
    const query = { register, filters, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await ports.ledger.registerRows(reading, query);
    const shown = leaveOut(page.rows, await hiddenAmong(ports.desk, looker.who, page.rows));
    yield { shown, names: await namesIn(ports, looker, asked, shown) };
    after = page.next;
  } while (after !== undefined);
}

/** Names of the persons that rows are about, as the caller may see them. Whoever it is, he is on record with it. */
const namesIn = async (
  { desk, looks }: ExportPorts,
  looker: Looker,
  { reason, named }: AskedExport,
  rows: readonly RegisterRow[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await desk.persons.bureausOf([...idsIn(rows, new Set<Uuid>())]);
  const refs = [...found.keys()];
  const purpose = 'document';
  const seen = named && refs.length > 0 ? await reveal(desk, looker, { purpose, reason }, refs) : new Map();
  const unnamed = refs.filter((ref) => !looker.recorded.has(ref));
  if (unnamed.length > 0) {
    const minors = [...(await sealedAmong(desk, desk.registry.people, unnamed))];
    const bureaus = [...new Set(unnamed.flatMap((ref) => found.get(ref) ?? []))];
    await looks.write(lookOf(looker, { purpose, reason, subjects: unnamed, minors, bureaus }));
    for (const ref of unnamed) looker.recorded.add(ref);
  }
  return new Map([...seen].flatMap(([ref, person]) => ('name' in person ? [[ref, person.name]] : [])));
};
