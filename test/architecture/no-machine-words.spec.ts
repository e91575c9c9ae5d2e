import { hostname } from 'node:os';
import { projectRoot } from '#adapters/project-root.js';
import { linesWith, machineWords } from './machine-words.js';
import { filesBelow, readText } from './project-files.js';

const root = projectRoot();
const HERE = 'test/architecture/';
const BINARY = /\.(png|jpe?g|gif|ico|docx|xlsx|pdf|woff2?|zip|gz)$/;

it('no file speaks of the machine it was written on', () => {
  const words = machineWords(root, hostname());
  const files = filesBelow(root).filter((path) => !BINARY.test(path) && !path.startsWith(`${HERE}no-machine-words`));
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((path) => linesWith(readText(root, path), words).map((line) => `${path}:${line}`));
  expect(found).toEqual([]);
});

describe('what is looked for', () => {
  const words = machineWords('/data/someone/taizhang', 'buildhost-17');
  it.each([
    `const file = '/data/someone/taizhang/libs/a.ts';`,
    'see /data/someone/notes.md',
    'cd /home/li/taizhang',
    'open /Users/li/taizhang',
    String.raw`C:\Users\li\taizhang`,
    'cp /root/x .',
    'built on buildhost-17',
    `      "resolved": "https://${['registry', 'npmjs', 'org'].join('.')}/pg/-/pg-8.23.1.tgz",`,
    'npm install --registry https://registry.example.com/',
  ])('%s', (line) => expect(linesWith(`first\n${line}`, words)).toEqual([2]));

  it.each([
    'the data folder is /var/lib/taizhang when root, ~/.local/share/taizhang otherwise',
    `import { x } from '../../libs/root/x.js';`,
    'https://json-schema.org/draft/2020-12/schema',
    'GET /home/ and /Users/ are no paths of ours',
  ])('but not: %s', (line) => expect(linesWith(line, words)).toEqual([]));

  it('a checkout in a common folder forbids no common folder', () =>
    expect(linesWith('a socket in /tmp/pg', machineWords('/tmp/taizhang', 'localhost'))).toEqual([]));
});
