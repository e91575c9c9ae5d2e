import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const rooms = [
  [/^#(kernel|application|adapters)\//, 'libs/$1/src/'],
  [/^#(lines|flows)\//, 'libs/$1/'],
];

const sourceOf = (specifier, parent) => {
  const room = rooms.find(([pattern]) => pattern.test(specifier));
  if (room === undefined && !specifier.startsWith('.')) return undefined;
  const built = room ? new URL(specifier.replace(...room), root) : new URL(specifier, parent);
  const source = new URL(built.href.replace(/\.js$/, '.ts'));
  return existsSync(fileURLToPath(source)) ? source.href : undefined;
};

/**
 * Imports one of our TypeScript sources into plain Node, which strips the types by itself: for what must run before
 * Jest transforms anything, and for child processes of tests. `path` is given from the project's folder. Only for files
 * of plain functions: decorators and parameter properties need the compiler.
 */
export const importSource = async (path) => {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next((context.parentURL?.endsWith('.ts') && sourceOf(specifier, context.parentURL)) || specifier, context),
  });
  try {
    return await import(new URL(path, root));
  } finally {
    hooks.deregister();
  }
};
