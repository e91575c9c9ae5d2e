import { projectRoot } from '#adapters/project-root.js';
import { variablesListed, variablesRead } from './environment.js';
import { filesBelow, readText } from './project-files.js';

/** Set by the system we run on, not by whoever runs us. */
const OF_THE_SYSTEM = ['HOME', 'PATH', 'XDG_DATA_HOME'];

it('.env.example lists every setting, and nothing else', () => {
  const root = projectRoot();
  const settings = filesBelow(root).filter((path) => /^(apps|libs\/adapters)\/(.*[/.])?settings\.ts$/.test(path));
  const read = settings.flatMap((path) => variablesRead(path, readText(root, path)));
  expect(read).not.toEqual([]);
  const ours = [...new Set(read)].filter((name) => !OF_THE_SYSTEM.includes(name));
  expect(ours.sort()).toEqual([...variablesListed(readText(root, '.env.example'))].sort());
});

it('finds names however they are read', () =>
  expect(
    variablesRead(
      'apps/api/src/settings.ts',
      `const p = process.env.PORT ?? env['HOST']; optional('DATA_DIR', 'the folder');`,
    ),
  ).toEqual(['PORT', 'HOST', 'DATA_DIR']));

it('finds names in an example, set or not', () =>
  expect(variablesListed('# The port.\nPORT=3000\n# DATABASE_URL=postgres://…\n#HOST=\n')).toEqual([
    'PORT',
    'DATABASE_URL',
    'HOST',
  ]));
