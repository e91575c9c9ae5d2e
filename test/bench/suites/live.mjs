/**
 * How long after its answer a command shows in a dashboard: 200 intakes a second into the process a user would start, and
 * one listener to server-sent events; from the moment the answer came to the message that includes it. SECONDS sets how
 * long a round is.
 */
import { summary } from '../measure.mjs';
import { intake, startServer } from '../server.mjs';

const PER_SECOND = 200;
const SECONDS = Number(process.env.SECONDS ?? 5);

const p95 = (times) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Notes when each place in the log was first heard of. */
const listen = async ({ address, headers }) => {
  const abort = new globalThis.AbortController();
  const response = await fetch(`${address}/v1/live`, {
    headers: { authorization: headers.authorization },
    signal: abort.signal,
  });
  if (!response.ok) throw new Error(`live answered ${response.status}`);
  const heard = [];
  const read = async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      const at = performance.now();
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (block.includes('event: balances')) heard.push({ position: Number(/^id: (\d+)/m.exec(block)[1]), at });
      }
    }
  };
  const ended = read().catch((error) => {
    if (!abort.signal.aborted) throw error;
  });
  return { heard, close: () => (abort.abort(), ended) };
};

let number = 0;

const post = async ({ address, headers }, accepted) => {
  number += 1;
  const { path, body } = intake(number);
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': `live-${process.pid}-${number}` },
    body,
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  const { position } = await response.json();
  accepted.push({ position, at: performance.now() });
};

/** One round against a process that answers; milliseconds, 95th percentile. */
export const visibleIn = async (server) => {
  const live = await listen(server);
  const accepted = [];
  const sent = [];
  const began = performance.now();
  while (performance.now() - began < SECONDS * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * PER_SECOND);
    while (sent.length < due) sent.push(post(server, accepted));
    await pause(1);
  }
  await Promise.all(sent);
  const last = Math.max(...accepted.map(({ position }) => position));
  for (let waited = 0; (live.heard.at(-1)?.position ?? 0) < last && waited < 10_000; waited += 10) await pause(10);
  await live.close();
  return p95(
    accepted.map(({ position, at }) => {
      const shown = live.heard.find((message) => message.position >= position);
      if (shown === undefined) throw new Error(`position ${position} was never heard of`);
      return Math.max(0, shown.at - at);
    }),
  );
};

export const run = async ({ databaseUrl, rounds }) => {
  const server = await startServer(databaseUrl);
  try {
    await visibleIn(server);
    const times = [];
    for (let at = 0; at < rounds; at += 1) times.push(await visibleIn(server));
    return { metrics: { live_p95_ms: summary(times, 'ms', 1) } };
  } finally {
    await server.stop();
  }
};
