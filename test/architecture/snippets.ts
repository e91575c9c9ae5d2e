/** A block of code in a page: in which language, what it says, and the file linked last above it. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
  /** As the page writes it; undefined where no link stands between this block and the one before. */
  readonly link: string | undefined;
}

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** Every fenced block of a page, in order. */
export const snippetsIn = (page: string): readonly Snippet[] => {
  let from = 0;
  return [...page.matchAll(FENCE)].map(({ 0: whole, 1: language = '', 2: text = '', index }) => {
    const link = [...page.slice(from, index).matchAll(/\]\(([^)\s]+)\)/g)].at(-1)?.[1];
    from = index + whole.length;
    return { language, text, link };
  });
};

const indented = (text: string, by: number): string => text.replaceAll(/^(?=[^\n])/gm, ' '.repeat(by));

/** Whether a block stands in a file, whole lines and every space of them; it may stand there further to the right. */
export const isPieceOf = (text: string, file: string): boolean =>
  text.trim() !== '' &&
  Array.from({ length: 20 }, (_, by) => indented(text, by)).some((piece) => `\n${file}`.includes(`\n${piece}`));
