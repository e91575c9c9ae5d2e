import { type Socket, createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import type { KeyAtPlace, KeyEncryptionKey, WrappedAtPlace } from './key-encryption-key.js';
import { WrongKey } from './sealed-text.js';

/** What a device is asked, one JSON object a line; `key` and `wrapped` are base64. */
type Request =
  | { readonly op: 'name' }
  | { readonly op: 'wrap'; readonly key: string; readonly place: string }
  | { readonly op: 'unwrap'; readonly name: string; readonly wrapped: string; readonly place: string };

/** What it answers, with the number of the request: `name` is that of its key, at most 32 letters and digits. */
interface Answer {
  readonly id: number;
  readonly name?: string;
  readonly wrapped?: string;
  readonly key?: string;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** The device is not there, did not answer in time, or refused. */
export class DeviceFault extends Error {}

const HEAD = 'device-';
const NAME = /^[A-Za-z0-9]{1,32}$/;

/**
 * A key that stays in a device (certified cipher machine, smart card): whatever stands between listens on a UNIX socket and
 * wraps and unwraps keys. Requests go out at once and answers come in any order. Wrapped texts are
 * `device-<name of its key>:<base64>`; a device that was given a new key names the new one and still unwraps with the old.
 */
export class DeviceKey implements KeyEncryptionKey {
  private socket: Socket | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  /** `patience`: milliseconds until an answer is given up. */
  constructor(
    private readonly path: string,
    private readonly patience = 5000,
  ) {}

  async head(): Promise<string> {
    const { name } = await this.ask({ op: 'name' });
    return headOf(name);
  }

  async wraps(text: string): Promise<boolean> {
    return text.startsWith(HEAD);
  }

  wrap(keys: readonly KeyAtPlace[]): Promise<readonly string[]> {
    return Promise.all(
      keys.map(async ({ bytes, place }) => {
        const { name, wrapped } = await this.ask({ op: 'wrap', key: bytes.toString('base64'), place });
        if (typeof wrapped !== 'string' || wrapped === '') throw new DeviceFault('the device wrapped nothing');
        return `${headOf(name)}${wrapped}`;
      }),
    );
  }

  unwrap(texts: readonly WrappedAtPlace[]): Promise<readonly Buffer[]> {
    return Promise.all(
      texts.map(async ({ text, place }) => {
        if (!text.startsWith(HEAD)) throw new WrongKey('no device wrapped this');
        const colon = text.indexOf(':');
        const request = { op: 'unwrap', name: text.slice(HEAD.length, colon), wrapped: text.slice(colon + 1), place };
        const { key } = await this.ask(request as Request);
        if (typeof key !== 'string') throw new DeviceFault('the device unwrapped nothing');
        return Buffer.from(key, 'base64');
      }),
    );
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private ask(request: Request): Promise<Answer> {
    const socket = (this.socket ??= this.connect());
    const id = (this.asked += 1);
    return new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(
        () => this.settle(id)?.reject(new DeviceFault('the device did not answer')),
        this.patience,
      );
      this.waiting.set(id, {
        resolve: (answer) => (clearTimeout(timer), resolve(answer)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      });
      socket.write(`${JSON.stringify({ id, ...request })}\n`);
    });
  }

  private connect(): Socket {
    const socket = createConnection(this.path);
    // A device that waits for work keeps no process from ending.
    socket.unref();
    const failed = (reason: string): void => {
      if (this.socket === socket) this.socket = undefined;
      for (const id of [...this.waiting.keys()]) this.settle(id)?.reject(new DeviceFault(reason));
    };
    socket.on('error', (error) => failed(`the device cannot be reached: ${(error as NodeJS.ErrnoException).code}`));
    socket.on('close', () => failed('the device hung up'));
    createInterface({ input: socket })
      .on('line', (line) => this.heard(line))
      .on('error', () => undefined);
    return socket;
  }

  private heard(line: string): void {
    let answer: Answer;
    try {
      answer = JSON.parse(line) as Answer;
    } catch {
      return;
    }
    const waiting = this.settle(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new DeviceFault(`the device refused: ${answer.error}`));
  }

  private settle(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }
}

const headOf = (name: string | undefined): string => {
  if (name === undefined || !NAME.test(name)) throw new DeviceFault('the device gives its key no name');
  return `${HEAD}${name}:`;
};
