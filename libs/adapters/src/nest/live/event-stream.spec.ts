import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { BalanceChange } from '#application/ports/ledger.js';
import { EventStream } from './event-stream.js';

class Out extends EventEmitter {
  text = '';
  writableLength = 0;
  destroyed = false;
  writableEnded = false;
  write(chunk: string): boolean {
    this.text += chunk;
    return true;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

const change = (office: string): BalanceChange => ({
  position: 5,
  measure: 'm',
  bureau: 'b',
  office,
  month: '2023-01',
  amount: '1',
});
const open = () => {
  const out = new Out();
  return { out, stream: new EventStream(out as unknown as ServerResponse, ({ office }) => office === 'mine') };
};

it('sends the balances in scope, and of others only that time went on', () => {
  const { out, stream } = open();
  stream.moved({ position: 5, changes: [change('mine'), change('theirs')] });
  stream.moved({ position: 6, changes: [change('theirs')] });
  expect(out.text).toBe(
    `retry: 2000\n\nid: 5\nevent: balances\ndata: ${JSON.stringify({ position: 5, changes: [change('mine')] })}\n\nid: 6\n\n`,
  );
});

it('a client that does not read loses messages and is told when it reads again', () => {
  const { out, stream } = open();
  out.writableLength = 2 ** 21;
  stream.moved({ position: 5, changes: [change('mine')] });
  const { length } = out.text;
  for (let position = 6; position < 1000; position += 1) stream.moved({ position, changes: [change('mine')] });
  expect(out.text).toHaveLength(length);
  out.writableLength = 0;
  out.emit('drain');
  expect(out.text.slice(length)).toBe('id: 999\nevent: resync\ndata: {"position":999}\n\n');
});

it('a client that never reads again is let go', () => {
  jest.useFakeTimers();
  const { out, stream } = open();
  out.writableLength = 2 ** 21;
  stream.moved({ position: 5, changes: [change('mine')] });
  jest.advanceTimersByTime(60_000);
  expect(out.destroyed).toBe(true);
  jest.useRealTimers();
});
