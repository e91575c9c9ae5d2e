/** Dashboards in a process of their own, and commands at a steady rate beside them. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { BUREAU, office } from './events.mjs';
import { intake } from './server.mjs';

/** Every other dashboard is of the whole bureau, the others of its offices in turn. */
const seatsOf = (many, offices) =>
  Array.from({ length: many }, (_, at) => {
    const of = at % 2 === 0 ? undefined : office(Math.floor(at / 2) % offices);
    return { office: of, scope: `bureau=${BUREAU}${of === undefined ? '' : `&office=${of}`}` };
  });

/** Opens so many dashboards; `close` ends them and gives what they saw. */
export const openDashboards = async ({ address, headers }, { many, offices, period }) => {
  const { authorization } = headers;
  const found = await fetch(`${address}/v1/lines`, { headers: { authorization } });
  const { lines } = await found.json();
  const child = fork(new URL('dashboards.mjs', import.meta.url));
  child.send({ open: { address, authorization, lines, line: 'corrections', period, seats: seatsOf(many, offices) } });
  const [{ opened }] = await once(child, 'message');
  if (opened !== many) throw new Error(`${opened} of ${many} dashboards opened`);
  return async () => {
    child.send({ close: true });
    const [seen] = await once(child, 'message');
    child.send({ end: true });
    await once(child, 'exit');
    return seen;
  };
};

let number = 0;

/** Sends intakes at a rate for so long: how long each took in milliseconds, and where and when it was accepted. */
export const commandsAt = async ({ address, headers }, perSecond, seconds) => {
  const sent = [];
  const began = performance.now();
  const send = async () => {
    number += 1;
    const { path, body } = intake(number);
    const at = performance.now();
    const key = { 'idempotency-key': `page-${process.pid}-${number}` };
    const response = await fetch(address + path, { method: 'POST', headers: { ...headers, ...key }, body });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    const { position } = await response.json();
    const accepted = performance.now();
    return {
      took: accepted - at,
      position,
      office: JSON.parse(body).office,
      accepted: performance.timeOrigin + accepted,
    };
  };
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const wait = began + (at * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send());
  }
  return Promise.all(sent);
};

/** Milliseconds from each acceptance until each dashboard that sees the office had figures with it; what never came counts as endless. */
export const freshIn = (accepted, stood) =>
  stood.flatMap(({ office: of, stood: reads }) =>
    accepted
      .filter((command) => of === undefined || of === command.office)
      .map((command) => {
        const read = reads.find(([position]) => position >= command.position);
        return read === undefined ? Infinity : Math.max(0, read[1] - command.accepted);
      }),
  );
