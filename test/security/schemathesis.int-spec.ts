import { execFile, execFileSync } from 'node:child_process';
import { type ApiProcess, startApi } from './files/api-process.js';
import { LONG, say } from './figures.js';

/** Of others, in Python: found on the path, or named. @see https://schemathesis.readthedocs.io */
const PROGRAM = process.env['SCHEMATHESIS'] ?? 'schemathesis';
const PATHS =
  process.env['SCHEMATHESIS_PATHS'] ??
  '^/(health|metrics|v1/(lines|offices|persons|users|commands|indicators|sessions|sign|setup))';
const EXAMPLES = process.env['SCHEMATHESIS_EXAMPLES'] ?? '20';

/** Why it is left out; undefined where it is there and the long campaign runs. */
const missing = (): string | undefined => {
  if (!LONG) return 'it runs with the long campaign alone (npm run security)';
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'pipe' });
    return undefined;
  } catch {
    return `no ${PROGRAM} here: pip install schemathesis, or name it by SCHEMATHESIS`;
  }
};
const reason = missing();
if (reason !== undefined && LONG) process.stderr.write(`\nLEFT OUT: the API as schemathesis asks it. ${reason}\n`);

const CHECKS = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';

(reason === undefined ? describe : describe.skip)(`schemathesis${reason ? ` (left out: ${reason})` : ''}`, () => {
  let api: ApiProcess;
  beforeAll(async () => (api = await startApi()), 300_000);
  afterAll(() => api.stop());

  it('finds no fault of the server and no answer that is not in the document', async () => {
    const [[name, value] = ['', '']] = Object.entries(await api.authorization());
    const asked = ['--phases', 'examples,coverage,fuzzing', '--max-examples', EXAMPLES, '--include-path-regex', PATHS];
    const known = ['--checks', CHECKS, '--header', `${name}: ${value}`, '--no-color', '--continue-on-failure'];
    const { code, said } = await new Promise<{ readonly code: number; readonly said: string }>((resolve) =>
      execFile(
        PROGRAM,
        ['run', `${api.address}/openapi.json`, ...asked, ...known],
        { maxBuffer: 1e8 },
        (error, out, err) => resolve({ code: Number(error?.code ?? 0), said: out + err }),
      ),
    );
    const cases = /(\d+) (?:generated|passed)/.exec(said)?.[0] ?? '';
    say(`schemathesis: ended with ${code}; ${cases}`);
    expect(code === 0 ? '' : said.slice(-6000)).toBe('');
  }, 3_600_000);
});
