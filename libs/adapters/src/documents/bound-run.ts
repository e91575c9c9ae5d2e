import { BuilderElement, type TextRun, type XmlComponent } from 'docx';
import { writerTerms } from './terms.js';

const valued = (name: string, value: string): XmlComponent =>
  new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } });

/**
 * A number in a content control that bears the id of its figure and is locked: it can neither be typed over nor removed.
 * `number` is the control's own and is unique in the document.
 */
export const boundRun = (figure: string, number: number, run: TextRun): XmlComponent =>
  new BuilderElement({
    name: 'w:sdt',
    children: [
      new BuilderElement({
        name: 'w:sdtPr',
        children: [
          valued('w:alias', writerTerms.control),
          valued('w:tag', figure),
          valued('w:id', String(number)),
          valued('w:lock', 'sdtContentLocked'),
        ],
      }),
      new BuilderElement({ name: 'w:sdtContent', children: [run] }),
    ],
  });
