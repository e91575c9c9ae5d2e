import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { type Node, Schema } from 'prosemirror-model';
import { EditorState, Plugin, type Transaction } from 'prosemirror-state';

/** Paragraphs of text, and figures in them: each is one piece that holds the name of a figure. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*', parseDOM: [{ tag: 'p' }, { tag: 'div' }], toDOM: () => ['p', 0] },
    figure: {
      inline: true,
      group: 'inline',
      atom: true,
      attrs: { name: {} },
      parseDOM: [{ tag: 'span[data-figure]', getAttrs: (dom) => ({ name: dom.getAttribute('data-figure') }) }],
      toDOM: ({ attrs }) => ['span', { 'data-figure': String(attrs['name']) }],
    },
    text: { group: 'inline' },
  },
});

export const figureNode = (name: string): Node => schema.node('figure', { name });

/** Text with placeholders, a paragraph a line; every second piece is what stood in braces. */
const paragraphFrom = (text: string): Node =>
  schema.node(
    'paragraph',
    null,
    text
      .split(/\{([^{}]*)\}/)
      .flatMap((piece, at) => (piece === '' ? [] : [at % 2 === 1 ? figureNode(piece) : schema.text(piece)])),
  );
const textOf = (paragraph: Node): string => {
  let text = '';
  paragraph.forEach((node) => {
    text += node.isText ? (node.text ?? '') : `{${String(node.attrs['name'])}}`;
  });
  return text.replace(/\p{Cc}/gu, ' ').trim();
};

/** What is written, as it is kept: empty paragraphs are none. */
export const paragraphsOf = ({ doc }: EditorState): readonly string[] => {
  const found: string[] = [];
  doc.forEach((paragraph) => found.push(textOf(paragraph)));
  return found.filter((text) => text !== '');
};

const holdsFigure = (doc: Node, from: number, to: number): boolean => {
  let found = false;
  doc.nodesBetween(from, to, (node) => {
    found ||= node.type.name === 'figure';
  });
  return found;
};

/** Whether letters would take the place of a figure: it is taken out on purpose, never typed over. */
const typesOver = ({ steps, docs, doc }: Transaction): boolean =>
  steps.some((step, at) => {
    const [before, after] = [docs[at], docs[at + 1] ?? doc];
    let over = false;
    step.getMap().forEach((oldFrom, oldTo, newFrom, newTo) => {
      if (before === undefined || !holdsFigure(before, oldFrom, oldTo)) return;
      over ||= after.textBetween(newFrom, newTo) !== '';
    });
    return over;
  });

/** An editor of some paragraphs. */
export const editorOf = (paragraphs: readonly string[]): EditorState =>
  EditorState.create({
    doc: schema.node('doc', null, (paragraphs.length === 0 ? [''] : paragraphs).map(paragraphFrom)),
    plugins: [
      history(),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
      keymap(baseKeymap),
      new Plugin({ filterTransaction: (transaction) => !typesOver(transaction) }),
    ],
  });
