import JSZip from 'jszip';
import type { LocalDate } from '#kernel/dates.js';

const CORE = 'docProps/core.xml';
const TYPES = '[Content_Types].xml';

/** Whose file it is and the date it bears. */
export interface Imprint {
  readonly date: LocalDate;
  readonly author: string;
}

/**
 * Packs an office file again so that the same content always gives the same bytes: entries in one order, all dated by the
 * document, and the file's own properties with that date instead of the hour it was made. `change` may add or rewrite parts.
 */
export const packAlike = async (
  bytes: Uint8Array,
  { date, author }: Imprint,
  change: (parts: JSZip) => Promise<void> = async () => undefined,
): Promise<Buffer> => {
  const made = await JSZip.loadAsync(bytes);
  await change(made);
  const packed = new JSZip();
  const names = Object.keys(made.files)
    .filter((name) => made.files[name]?.dir === false)
    .sort((a, b) => (a === TYPES ? -1 : b === TYPES ? 1 : a < b ? -1 : 1));
  const instant = `${date}T00:00:00Z`;
  for (const name of names) {
    const part = made.file(name) as JSZip.JSZipObject;
    const content = name === CORE ? dated(await part.async('string'), instant, author) : await part.async('uint8array');
    packed.file(name, content, { date: new Date(instant), createFolders: false });
  }
  return packed.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const dated = (xml: string, instant: string, author: string): string =>
  xml
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`)
    .replaceAll(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, `$1${escaped(author)}`);
