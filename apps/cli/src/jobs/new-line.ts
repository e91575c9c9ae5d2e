import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#adapters/project-root.js';
import { exitCodes, type Job, UsageFault } from '../job.js';
import { CannotWriteLine, listLine, writeLine } from '../new-line.js';

/** Writes the rooms of a new business line, which pass the questions asked of every line, and lists it. */
export const job: Job = {
  name: 'new-line',
  summary: 'writes the rooms of a new business line',
  arguments: ['<code>'],
  options: {
    zh: { type: 'string', value: '<名称>', help: 'its official Chinese name; the code where left out' },
    prefix: { type: 'string', value: '<XX>', help: 'letters its figures begin with; from the code where left out' },
  },
  run: (context) => {
    const [code = ''] = context.positionals;
    const root = projectRoot();
    const folder = join(root, 'libs/lines', code);
    if (!existsSync(join(root, 'libs/lines/index.ts')))
      throw new UsageFault('a line is written into the sources, and they are not here');
    const prefix =
      context.text('prefix') ??
      code
        .replaceAll(/[^a-z]/g, '')
        .slice(0, 2)
        .toUpperCase();
    try {
      const written = writeLine(join(root, 'infra/new-line'), folder, {
        code,
        zh: context.text('zh') ?? '新业务',
        prefix,
      });
      const list = join(root, 'libs/lines/index.ts');
      writeFileSync(list, listLine(readFileSync(list, 'utf8'), code));
      for (const path of written) context.out(path);
      context.out('\nnpm run format && npm run -s openapi && npm run -s glossary && npm run -s catalogue && npm test');
      return Promise.resolve(exitCodes.done);
    } catch (error) {
      if (error instanceof CannotWriteLine) throw new UsageFault(error.message);
      throw error;
    }
  },
};
