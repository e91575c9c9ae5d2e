import JSZip from 'jszip';
import type { LocalDate } from '#kernel/dates.js';

const CORE = 'docProps/core.xml';
const TYPES = '[Content_Types].xml';

/**
 * Packs an office file again so that the same content always gives the same bytes: entries in one order, all dated by the
 * document, and the file's own properties with that date instead of the hour it was made.
 */
export const packAlike = async (bytes: Uint8Array, date: LocalDate, author: string): Promise<Buffer> => {
  const made = await JSZip.loadAsync(bytes);
  const packed = new JSZip();
  const names = Object.keys(made.files)
    .filter((name) => made.files[name]?.dir === false)
    .sort((a, b) => (a === TYPES ? -1 : b === TYPES ? 1 : a < b ? -1 : 1));
  const instant = `${date}T00:00:00Z`;
  for (const name of names) {
    const text = await (made.file(name) as JSZip.JSZipObject).async('string');
    const content = name === CORE ? dated(text, instant, author) : text;
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
