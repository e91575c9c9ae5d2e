import { projectRoot } from '#adapters/project-root.js';
import { allJobs } from '../../apps/cli/src/jobs/index.js';
import type { Job } from '../../apps/cli/src/job.js';
import { readArguments } from '../../apps/cli/src/usage.js';
import { filesBelow, readText } from './project-files.js';
import { snippetsIn } from './snippets.js';

const root = projectRoot();
const { scripts } = JSON.parse(readText(root, 'package.json')) as { scripts: Readonly<Record<string, string>> };
/** Scripts that are jobs of the command line by another name. */
const JOBS: Readonly<Record<string, string>> = { demo: 'demo', 'new-line': 'new-line' };
const OF_NPM = ['install'];

interface Call {
  readonly text: string;
  /** Whether it is named in a sentence, where it may stand without its arguments. */
  readonly named: boolean;
}

let jobs: readonly Job[];
beforeAll(async () => {
  jobs = await allJobs();
});

/** Calls of npm on a page, in blocks for the shell and within sentences, without what is remarked beside them. */
const callsIn = (page: string): readonly Call[] => {
  const blocks = snippetsIn(page)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n').map((line) => ({ text: line, named: false })));
  const inline = [...page.matchAll(/`(npm [^`\n]+)`/g)].map(([, text = '']) => ({ text, named: true }));
  return [...blocks, ...inline]
    .flatMap(({ text, named }) =>
      text
        .replace(/\s#.*$/, '')
        .split('&&')
        .map((call) => ({ text: call.trim().replace(/^(\w+=\S+\s+)+/, ''), named })),
    )
    .filter(({ text }) => text.startsWith('npm '));
};

/** What is wrong with a call, or nothing: a script nobody wrote, a job or an option there is not. */
const wrongWith = ({ text, named }: Call): readonly string[] => {
  const words = text.split(/\s+/).slice(1);
  const [verb = '', ...rest] = words.filter((word) => !['run', '-s'].includes(word));
  if (OF_NPM.includes(verb)) return [];
  if (scripts[verb] === undefined) return [`${text}: no script ${verb}`];
  const given = rest[0] === '--' ? rest.slice(1) : rest;
  const [name = '', ...args] = verb === 'taizhang' ? given : [JOBS[verb] ?? '', ...given];
  if (name === '' || name.startsWith('<')) return [];
  const job = jobs.find((known) => known.name === name);
  if (job === undefined) return [`${text}: no job ${name}`];
  if (named && args.length === 0) return [];
  try {
    readArguments(job, args);
    return [];
  } catch (error) {
    return [`${text}: ${(error as Error).message}`];
  }
};

it('pages show scripts, jobs and options that exist', () => {
  const pages = filesBelow(root).filter((path) => path.endsWith('.md'));
  const calls = pages.flatMap((page) => callsIn(readText(root, page)));
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.flatMap(wrongWith)).toEqual([]);
});

it('docs/how-to/cli.md has a part on every job', () => {
  const headings =
    readText(root, 'docs/how-to/cli.md')
      .match(/^### .*$/gm)
      ?.join('\n') ?? '';
  expect(jobs.filter(({ name }) => !new RegExp(`\`${name}[ \`]`).test(headings)).map(({ name }) => name)).toEqual([]);
});

describe('what is looked for', () => {
  const page = (call: string): string => `\`\`\`sh\n${call}\n\`\`\`\n`;
  it.each([
    'npm run -s taizhang -- simulate --case x.json --together # a year',
    'DATABASE_URL=postgres://x npm start',
    'npm install && npm run demo -- --once',
    'npm run -s taizhang -- <job> [options]',
  ])('%s', (call) => expect(callsIn(page(call)).flatMap(wrongWith)).toEqual([]));
  it.each([
    ['npm run taihzang -- verify', 'no script taihzang'],
    ['npm run -s taizhang -- verfiy', 'no job verfiy'],
    ['npm install && npm run demo -- --twice', "Unknown option '--twice'"],
    ['npm run -s taizhang -- define --file x.yaml', '--bureau is missing'],
    ['npm run -s taizhang -- verify now', "Unexpected argument 'now'"],
  ])('but not: %s', (call, wrong) => {
    for (const text of [page(call), `see \`${call}\``])
      expect(callsIn(text).flatMap(wrongWith).join()).toContain(wrong);
  });
});
