import type { PaperFigure } from '#application/documents/evidence-manifest.js';
import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { writerTerms } from './terms.js';

/** Parts of a Word file that are printed. */
export const WORD_TEXT_PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

interface Control {
  ours: boolean;
  tag: string | undefined;
  number: string;
  text: string;
}

/** Every control of ours in a Word file, whatever a bureau's own controls hold, with the text that really stands in it. */
export const figuresInWord = (file: OfficePackage): readonly PaperFigure[] =>
  file.names.filter((name) => WORD_TEXT_PARTS.test(name)).flatMap((part) => figuresInPart(file.read(part), part));

const figuresInPart = (bytes: Uint8Array, part: string): readonly PaperFigure[] => {
  const found: PaperFigure[] = [];
  const open: Control[] = [];
  let paragraph = 0;
  let inText = false;
  let properties = false;
  /** Text that is written twice for older programs, or struck out and kept for the record. */
  let unseen = 0;
  readXml(bytes, part, {
    open: (name, attributes) => {
      const control = properties ? open.at(-1) : undefined;
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') unseen += 1;
      else if (unseen > 0) return;
      else if (name === 'w:p') paragraph += 1;
      else if (name === 'w:sdt') open.push({ ours: false, tag: undefined, number: '', text: '' });
      else if (name === 'w:sdtPr') properties = true;
      else if (name === 'w:alias' && control !== undefined) control.ours = attributes['w:val'] === writerTerms.control;
      else if (name === 'w:tag' && control !== undefined) control.tag = attributes['w:val'];
      else if (name === 'w:id' && control !== undefined) control.number = attributes['w:val'] ?? '';
      else if (name === 'w:t') inText = true;
      else if (name === 'w:br') for (const each of open) each.text += '\n';
    },
    close: (name) => {
      if (name === 'mc:Fallback' || name === 'w:del' || name === 'w:moveFrom') unseen -= 1;
      else if (unseen > 0) return;
      else if (name === 'w:t') inText = false;
      else if (name === 'w:sdtPr') properties = false;
      else if (name === 'w:sdt') {
        const { ours = false, tag, number = '', text = '' } = open.pop() ?? {};
        if (ours && tag !== undefined)
          found.push({ id: tag, place: number, at: `paragraph ${paragraph} of ${part}`, text });
      }
    },
    text: (text) => {
      if (inText && unseen === 0) for (const each of open) each.text += text;
    },
  });
  return found;
};
