import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is written down of a person, each field a mark that stands nowhere else. */
export interface MarkedPerson {
  readonly name: string;
  readonly idNo: string;
  readonly phone: string;
  readonly address: string;
}

/** Four rare characters that nothing else is written in. */
const rare = (at: number, salt: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((nth) => 0x4e00 + ((at * 7919 + salt * 104_729 + nth * 4871) % 20_000)));

/** The marks of the person of a number: the same each time. */
export const markedPerson = (at: number): MarkedPerson => ({
  name: rare(at, 1),
  idNo: `C${String(730_000_000_000 + at * 7_777_777)}`,
  phone: `1990${String(4_000_000 + at * 31_337)}`,
  address: `${rare(at, 2)}${rare(at, 3)}`,
});

export const marksOf = (people: readonly MarkedPerson[]): readonly string[] =>
  people.flatMap(({ name, idNo, phone, address }) => [name, idNo, phone, address]);

/** How a key of a person that is wrapped by a master key is written. */
export const WRAPPED_KEY = /[a-z0-9-]{4,40}:[0-9a-f]{8}:[A-Za-z0-9+/]{40,200}={0,2}/g;

/** Every file below a folder that can be read. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [path] : [];
  });

/** What a file holds, sign by byte; nothing where a running server has just removed it. */
export const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
};

/** How a text may stand in a file: as UTF-8, as UTF-16, as JSON escapes, as hex, in base64 wherever it begins. */
const formsOf = (text: string): readonly Buffer[] => {
  const bytes = Buffer.from(text);
  const escaped = [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const inBase64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    bytes,
    Buffer.from(text, 'utf16le'),
    Buffer.from(escaped),
    Buffer.from(bytes.toString('hex')),
    ...inBase64.filter((form) => form.length >= 8).map((form) => Buffer.from(form)),
  ];
};

/** Forms by their first two bytes: each place of a file is looked up once, however many forms there are. */
class Forms {
  private readonly from = new Map<number, { readonly text: string; readonly form: Buffer }[]>();
  private readonly begins = new Uint8Array(65_536);
  readonly longest: number;

  constructor(texts: readonly string[]) {
    const forms = texts.flatMap((text) => formsOf(text).map((form) => ({ text, form })));
    this.longest = Math.max(...forms.map(({ form }) => form.length));
    for (const one of forms) {
      const key = one.form.readUInt16BE(0);
      this.from.set(key, [...(this.from.get(key) ?? []), one]);
      this.begins[key] = 1;
    }
  }

  *in(window: Buffer): Iterable<string> {
    let key = window[0] ?? 0;
    for (let at = 1; at < window.length; at += 1) {
      key = ((key & 0xff) << 8) | (window[at] as number);
      if (this.begins[key] === 0) continue;
      const from = at - 1;
      for (const { text, form } of this.from.get(key) ?? [])
        if (form.equals(window.subarray(from, from + form.length))) yield text;
    }
  }
}

/** Bytes read at once. */
const BLOCK = 4 * 1024 * 1024;

/** What is found where: every form of every text in every file, across the seams of what is read at once. */
export const hitsIn = async (
  files: readonly string[],
  texts: readonly string[],
): Promise<{ readonly hits: readonly string[]; readonly bytes: number }> => {
  const forms = new Forms(texts);
  const hits = new Set<string>();
  let bytes = 0;
  for (const file of files) {
    let carried: Buffer = Buffer.alloc(0);
    if (statSync(file, { throwIfNoEntry: false }) === undefined) continue; // a running server removes files
    for await (const block of createReadStream(file, { highWaterMark: BLOCK })) {
      const window: Buffer = Buffer.concat([carried, block as Buffer]);
      for (const text of forms.in(window)) hits.add(`${text} in ${file}`);
      bytes += (block as Buffer).length;
      carried = window.subarray(-forms.longest);
    }
  }
  return { hits: [...hits], bytes };
};
