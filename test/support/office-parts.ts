import JSZip from 'jszip';

/** The text of one part of an office file. */
export const partOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const part = (await JSZip.loadAsync(bytes)).file(name);
  if (part === null) throw new Error(`no part ${name}`);
  return part.async('string');
};

/** An office file with parts changed, added or, where the change gives null, left out; whoever does so behind its back. */
export const withParts = async (
  bytes: Uint8Array,
  changes: Readonly<Record<string, (before: string) => string | null>>,
): Promise<Buffer> => {
  const parts = await JSZip.loadAsync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const before = (await parts.file(name)?.async('string')) ?? '';
    const after = change(before);
    if (after === before) throw new Error(`${name} is as before: the fault was not planted`);
    if (after === null) parts.remove(name);
    else parts.file(name, after);
  }
  return parts.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

/** Replaces the one place where a text stands. */
export const once =
  (from: string, to: string) =>
  (text: string): string => {
    if (text.split(from).length !== 2) throw new Error(`${from} stands ${text.split(from).length - 1} times`);
    return text.replace(from, () => to);
  };

/** All an answer holds as text, what is packed in it too: a Word file or workbook is an archive. */
export const unpacked = async (answer: Buffer): Promise<string> => {
  const at = answer.indexOf('PK\u0003\u0004');
  if (at < 0) return answer.toString('utf8');
  const archive = await JSZip.loadAsync(answer.subarray(at));
  const parts = await Promise.all(Object.values(archive.files).map((part) => part.async('string')));
  return [answer.subarray(0, at).toString('utf8'), ...parts].join('\n');
};
