import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { postgresPid } from '../support/embedded-server.js';
import { freePort } from '../support/free-port.js';
import { type TokenFor, setUp, setupCodeIn, tokensOf } from '../support/first-caller.js';
import { insist } from '../support/insist.js';

/** The standalone process as a user runs it, with ways to end it or its PostgreSQL without warning. */
export class StandaloneService {
  private child: ChildProcess | undefined;
  private said = '';
  private tokens: TokenFor | undefined;

  private constructor(
    readonly dataDir: string,
    readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<StandaloneService> {
    const service = new StandaloneService(dataDir, await freePort(), settings);
    await service.launch();
    return service;
  }

  /** Of the program that may. */
  readonly token: TokenFor = (path) => this.tokens?.(path) ?? Promise.reject(new Error('nobody set it up'));

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the process wrote to stderr, for the message of a failing test. */
  get log(): string {
    return this.said;
  }

  /** Starts the process and waits for its one line. @throws Error with what it said when it ends instead */
  async launch(): Promise<void> {
    const env = {
      ...process.env,
      DATA_DIR: this.dataDir,
      PORT: String(this.port),
      HOST: '127.0.0.1',
      NODE_OPTIONS: '',
      ...this.settings,
    };
    const child = spawn(process.execPath, [join('dist', 'apps', 'standalone', 'src', 'main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr?.on('data', (text: Buffer) => (this.said = `${this.said}${text.toString()}`.slice(-20_000)));
    let line = '';
    for await (const text of child.stdout ?? []) {
      line += String(text);
      if (line.includes('\n')) break;
    }
    if (!line.includes('http://')) throw new Error(`the service did not start: ${line}${this.said}`);
    const code = setupCodeIn(line);
    if (code !== undefined) this.tokens = tokensOf(this.address, await setUp(this.address, code));
  }

  async killNode(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  killPostgres(): void {
    try {
      process.kill(postgresPid(this.dataDir), 'SIGKILL');
    } catch {
      // It is down already, or between two lives: then this kill hits nothing, as a real one might.
    }
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  }

  /** Ends everything that still runs, whatever state it is in. */
  async end(): Promise<void> {
    await this.killNode();
    this.killPostgres();
  }

  /** Calls the API until it gives an answer that is not a passing fault. */
  insist(
    method: string,
    path: string,
    body: object | undefined,
    key: string,
    until: () => boolean,
  ): Promise<Response | undefined> {
    return insist(this, { method, path, key, ...(body === undefined ? {} : { body }) }, until);
  }
}
