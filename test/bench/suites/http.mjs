/**
 * Commands over HTTP, each an intake on a stream of its own with every check on, against the process a user would start:
 * as many as 50 connections get through, and how long one takes at half that load. SECONDS sets how long a round is.
 */
import autocannon from 'autocannon';
import { summary } from '../measure.mjs';
import { intake, startServer } from '../server.mjs';

const CONNECTIONS = 50;
const SECONDS = Number(process.env.SECONDS ?? 5);

const p95 = (times) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];

let number = 0;

const fire = async ({ address, headers }, rate) => {
  const times = [];
  const setupRequest = (request) => {
    number += 1;
    return {
      ...request,
      ...intake(number),
      headers: { ...headers, 'idempotency-key': `bench-${process.pid}-${number}` },
    };
  };
  const run = autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    ...(rate === undefined ? {} : { overallRate: rate }),
    requests: [{ method: 'POST', setupRequest }],
  });
  run.on('response', (_client, _status, _bytes, time) => times.push(time));
  const { '2xx': good, non2xx: bad, errors, duration } = await run;
  if (bad + errors > 0 || good === 0) throw new Error(`${bad} requests refused, ${errors} failed, ${good} recorded`);
  return { perSecond: good / duration, p95: p95(times) };
};

export const run = async ({ databaseUrl, rounds }) => {
  const server = await startServer(databaseUrl);
  try {
    await fire(server);
    const full = [];
    const half = [];
    for (let round = 0; round < rounds; round += 1) {
      const { perSecond } = await fire(server);
      full.push(perSecond);
      half.push((await fire(server, Math.floor(perSecond / 2))).p95);
    }
    return { metrics: { http_commands_per_s: summary(full, 'commands/s'), http_p95_ms: summary(half, 'ms', 1) } };
  } finally {
    await server.stop();
  }
};
