import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const rooms = [
  [/^#(kernel|application|adapters)\//, 'libs/$1/src/'],
  [/^#(lines|flows)\//, 'libs/$1/'],
];

/**
 * Lets plain Node load our TypeScript sources as they are (types are stripped by Node): for what must run before Jest
 * transforms anything, and for child processes of tests. Only files of plain functions: no decorators.
 */
registerHooks({
  resolve(specifier, context, next) {
    const room = rooms.find(([pattern]) => pattern.test(specifier));
    const target = room
      ? new URL(specifier.replace(...room), root)
      : specifier.startsWith('.') && context.parentURL
        ? new URL(specifier, context.parentURL)
        : undefined;
    const source = target && new URL(target.href.replace(/\.js$/, '.ts'));
    return next(source && existsSync(fileURLToPath(source)) ? source.href : specifier, context);
  },
});
