import {
  type ScopeData,
  type Tag,
  TagPlacement,
  TemplatePlugin,
  type XmlGeneralNode,
  officeMarkup,
  xml,
} from 'easy-template-x';
import type { PrintedFigure } from '#application/documents/printed.js';
import { writerTerms } from './terms.js';

export const FIGURE_CONTENT = 'figure';

/** A figure as the filling of a form takes it. */
export interface FigureContent {
  readonly _type: typeof FIGURE_CONTENT;
  readonly figure: PrintedFigure;
  readonly [key: string]: unknown;
}

/** Numbers of our controls begin far from those a form has of its own. */
const FIRST = 900_000_000;

/** Puts a figure where its placeholder stands: the same locked control as in a report, in the look of the form. */
export class FigurePlugin extends TemplatePlugin {
  readonly contentType = FIGURE_CONTENT;
  private count = 0;

  override simpleTagReplacements(tag: Tag, data: ScopeData): void {
    if (tag.placement !== TagPlacement.TextNode) throw new Error(`${tag.rawText} stands where no control can`);
    const { figure } = data.getScopeData<FigureContent>();
    const text = officeMarkup.query.containingTextNode(tag.xmlTextNode);
    const run = officeMarkup.query.containingRunNode(tag.xmlTextNode);
    const siblings = run.childNodes ?? [];
    const behind = siblings.slice(siblings.indexOf(text) + 1);
    tag.xmlTextNode.textContent = figure.printed;
    officeMarkup.modify.setSpacePreserveAttribute(text);
    xml.modify.remove(text);
    this.count += 1;
    const control = controlOf(figure.id, FIRST + this.count, this.runLike(run, [text]));
    xml.modify.insertAfter(control, run);
    if (behind.length === 0) return;
    // What stands behind the placeholder moves, and is not copied: other placeholders of it are still to be filled.
    for (const node of behind) xml.modify.remove(node);
    xml.modify.insertAfter(this.runLike(run, behind as XmlGeneralNode[]), control);
  }

  private runLike(run: XmlGeneralNode, children: readonly XmlGeneralNode[]): XmlGeneralNode {
    const made = xml.create.generalNode(run.nodeName);
    const look = run.childNodes?.find(({ nodeName }) => nodeName === 'w:rPr');
    if (look !== undefined) xml.modify.appendChild(made, xml.create.cloneNode(look, true));
    for (const child of children) xml.modify.appendChild(made, child);
    return made;
  }
}

const valued = (name: string, value: string): XmlGeneralNode =>
  xml.create.generalNode(name, { attributes: { 'w:val': value } });

const within = (name: string, ...children: readonly XmlGeneralNode[]): XmlGeneralNode => {
  const node = xml.create.generalNode(name);
  for (const child of children) xml.modify.appendChild(node, child);
  return node;
};

const controlOf = (figure: string, number: number, run: XmlGeneralNode): XmlGeneralNode =>
  within(
    'w:sdt',
    within(
      'w:sdtPr',
      valued('w:alias', writerTerms.control),
      valued('w:tag', figure),
      valued('w:id', String(number)),
      valued('w:lock', 'sdtContentLocked'),
    ),
    within('w:sdtContent', run),
  );
