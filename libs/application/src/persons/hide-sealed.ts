import { type Principal, type Uuid } from '../kernel.js';
import { idsInText } from './ids-in-text.js';
import type { RevealPorts } from './reveal.js';
import { brokenAmong, sealedAmong } from './standing.js';

/** Ids anywhere in an answer, also within texts: a correction keeps values as JSON. */
export const idsIn = (value: unknown, found: Set<Uuid>): Set<Uuid> => {
  if (typeof value === 'string') for (const id of idsInText(value)) found.add(id);
  else if (Array.isArray(value)) for (const item of value) idsIn(item, found);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) idsIn(item, found);
  return found;
};

/** Ids in an answer that are persons whose records are sealed to the caller. */
export const hiddenAmong = async (ports: RevealPorts, who: Principal, answer: unknown): Promise<ReadonlySet<Uuid>> => {
  const { people } = ports.registry;
  if (people === undefined || ports.mindsMinors(who)) return new Set();
  const sealed = await sealedAmong(ports, people, [...idsIn(answer, new Set())]);
  if (sealed.size === 0) return sealed;
  const opened = await brokenAmong(ports, people, [...sealed], who.name, ports.clock.now().now);
  return new Set([...sealed].filter((person) => !opened.has(person)));
};

/** An answer without every field and item that is one of the ids: absent, as if it had never been there. */
export const leaveOut = <Answer>(answer: Answer, hidden: ReadonlySet<Uuid>): Answer => {
  if (hidden.size === 0) return answer;
  const isHidden = (value: unknown): boolean =>
    typeof value === 'string' && idsInText(value).some((id) => hidden.has(id));
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isHidden(item)).map(without);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => (isHidden(part) ? [] : [[name, without(part)]])),
    );
  };
  return without(answer) as Answer;
};
