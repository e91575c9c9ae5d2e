import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresPid } from './embedded-server.js';
import { freePort } from './free-port.js';

/** The smallest of the published reports. */
const REPORT = 'funing-2020-targets';

/** What the API answered, and whose session it gave. */
export interface Heard {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a caller gets is untyped
  readonly body: any;
  readonly cookie: string;
}

/** Calls an address as the page does. `0` where nobody answers. */
export const ask = async (
  address: string,
  path: string,
  { cookie = '', body }: { readonly cookie?: string; readonly body?: object } = {},
): Promise<Heard> => {
  const headers = {
    'x-taizhang': '1',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...(cookie === '' ? {} : { cookie }),
  };
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${address}${path}`, sent).catch(() => undefined);
  if (answer === undefined) return { status: 0, body: undefined, cookie: '' };
  const given = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), cookie: given.join('; ') };
};

/** The demo as a person starts it, with one report in it. */
export class DemoProcess {
  private readonly said = { out: '', err: '' };
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    private readonly dataDir: string,
  ) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.said.out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.said.err += text));
    this.ended = once(child, 'exit');
  }

  /** `until`: what it says last of a start. */
  static async start(dataDir: string, out: string, until = /curl /): Promise<DemoProcess> {
    const { DATABASE_URL: _url, ...env } = process.env;
    const port = await freePort();
    const program = ['dist/apps/cli/src/main.js', 'demo', '--report', REPORT, '--data-dir', dataDir, '--out', out];
    const child = spawn(process.execPath, program, { env: { ...env, PORT: String(port), NODE_OPTIONS: '' } });
    const demo = new DemoProcess(child, `http://127.0.0.1:${port}`, dataDir);
    await demo.says(until);
    return demo;
  }

  /** Waits until it has said something, and gives that. */
  async says(what: RegExp): Promise<RegExpExecArray> {
    for (const end = Date.now() + 120_000; Date.now() < end; await pause(50)) {
      const found = what.exec(this.said.out);
      if (found !== null) return found;
      if (this.child.exitCode !== null) break;
    }
    throw new Error(`it never said ${what}: ${this.said.out.slice(-2_000)}${this.said.err.slice(-2_000)}`);
  }

  async passwordOf(name: string): Promise<string> {
    return (await this.says(new RegExp(`name: ${name} .* password: (\\S+)`)))[1] ?? '';
  }

  /** The cookies of somebody the demo made. */
  async sessionOf(name: string): Promise<string> {
    const body = { name, password: await this.passwordOf(name) };
    return (await ask(this.address, '/v1/sign-in', { body })).cookie;
  }

  /** The code by which it is set up once the demo is gone. */
  async codeAfterwards(): Promise<string> {
    return (await this.says(/npm start[^]*set-up code[^:]*: (\S+)/))[1] ?? '';
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.ended;
  }

  /** Ends whatever of it still runs. */
  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
    if (existsSync(`${this.dataDir}/postgres/postmaster.pid`)) process.kill(postgresPid(this.dataDir), 'SIGKILL');
  }
}
