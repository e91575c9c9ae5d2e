import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ApiProcess, startApi } from './files/api-process.js';
import { LONG, say } from './figures.js';

/** Another's generator beside our own, from the package index of Python. */
const RELEASE = 'schemathesis==4.32.5';
/** Seconds a part of the operations is asked for: less than a token lasts. */
const SECONDS = Number(process.env['SCHEMATHESIS_SECONDS'] ?? 400);
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];
/** Parts of the document, by the paths they hold. */
const PARTS = [
  '^/v1/(corrections|aftercare)/',
  '^/v1/(legal-aid|mediation|litigation)/',
  '^/v1/(funds|institution|performance|publicity)/',
  '^/v1/(reconsideration|reporting|surveys|training)/',
  '^/(?!v1/(corrections|aftercare|legal-aid|mediation|litigation|funds|institution|performance|publicity|reconsideration|reporting|surveys|training)/)',
];

/** A Python of its own with the generator in it; undefined where there is none to be had. */
const installed = (folder: string): string | undefined => {
  const steps = [
    ['python3', '-m', 'venv', folder],
    [join(folder, 'bin/pip'), 'install', '--quiet', '--disable-pip-version-check', RELEASE],
  ];
  for (const [program = '', ...args] of steps)
    if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) return undefined;
  return join(folder, 'bin/st');
};

const ask = (program: string, api: ApiProcess, authorization: string, part: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const args = [
      ...[
        'run',
        `${api.address}/openapi.json`,
        '--checks',
        CHECKS.join(','),
        '--header',
        `authorization: ${authorization}`,
      ],
      // A live stream has no end.
      ...['--include-path-regex', part, '--exclude-operation-id', 'figures.live', '--max-time', String(SECONDS)],
      ...['--continue-on-failure', '--no-shrink', '--workers', '2', '--warnings', 'off', '--request-timeout', '30'],
      ...['--phases', 'examples,coverage,fuzzing', '--max-examples', '20', '--no-color'],
    ];
    const child = spawn(program, args, { cwd: dirname(program), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });

(LONG ? it : it.skip)(
  'schemathesis finds no answer the document does not promise (npm run security, where there is Python)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-schemathesis-'));
    const program = installed(join(folder, 'python'));
    if (program === undefined) {
      say(`schemathesis: NOT RUN, ${RELEASE} could not be installed by python3`);
      return;
    }
    const api = await startApi({ RATE_PER_USER: '1000000', RATE_PER_ADDRESS: '1000000' });
    try {
      let cases = 0;
      const found: string[] = [];
      for (const part of PARTS) {
        const { authorization = '' } = await api.authorization();
        const said = await ask(program, api, authorization, part);
        cases += Number(/(\d+) generated/.exec(said)?.[1] ?? 0);
        // What it found stands between its rules, each with how it is asked again.
        found.push(...said.split(/^_{3,} (?=[A-Z]+ \/)/m).filter((block) => /^- ST\d+/m.test(block)));
      }
      say(`schemathesis: ${cases} cases, ${found.length} operations that answered what they do not promise`);
      expect(found.map((block) => block.slice(0, 600))).toEqual([]);
      expect(cases).toBeGreaterThan(1_000);
    } finally {
      await api.stop();
      rmSync(folder, { recursive: true });
    }
  },
  3_600_000,
);
