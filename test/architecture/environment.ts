import { readSource } from './source.js';

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Names of environment variables a settings file reads: `env.PORT`, `env['PORT']`, and names listed as text. */
export const variablesRead = (path: string, text: string): readonly string[] => {
  const { uses, texts } = readSource(path, text);
  const accessed = uses.flatMap(({ text: use }) =>
    /\benv\.\w+$/.test(use) ? [use.slice(use.lastIndexOf('.') + 1)] : [],
  );
  return [...new Set([...accessed, ...texts.map((word) => word.text)].filter((name) => NAME.test(name)))];
};

/** Names an `.env` file gives, commented out or not: `PORT=3000`, `# DATABASE_URL=`. */
export const variablesListed = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name ?? '');
