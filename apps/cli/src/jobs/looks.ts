import { DAYS_KEPT, LEAST_DAYS_KEPT, type Look } from '#application/looks/look.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import { findLooks } from '#application/looks/find-looks.js';
import { expireLooks } from '#adapters/postgres/looks/expire.js';
import { isUuid } from '#kernel/ids.js';
import { CONSOLE, consoleUser, recordAtConsole } from '../console-look.js';
import { asJson, dataDir, exitCodes, type Job, type JobContext, UsageFault } from '../job.js';
import { type OpenPlatform, openHere } from '../open.js';
import { readSettings } from '../settings.js';

/** Looks of one page. */
const PAGE = 500;

/** Answers who looked at whom, and drops what is older than it is kept for. */
export const job: Job = {
  name: 'looks',
  summary: 'list: who looked at whom, newest first; expire: drops records older than they are kept for',
  arguments: ['list|expire'],
  options: {
    subject: { type: 'string', value: '<id>', help: 'list: looks at this person' },
    caller: { type: 'string', value: '<name>', help: 'list: looks of this user' },
    from: { type: 'string', value: '<instant>', help: 'list: from then on' },
    to: { type: 'string', value: '<instant>', help: 'list: before then' },
    'older-than': {
      type: 'string',
      value: '<days>',
      help: `expire: days records are kept, ${DAYS_KEPT} where left out, never fewer than ${LEAST_DAYS_KEPT}`,
    },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const [what] = context.positionals;
    if (what !== 'list' && what !== 'expire') throw new UsageFault(`looks list or looks expire, not ${what}`);
    const days = context.text('older-than') ?? String(DAYS_KEPT);
    if (!/^\d{1,5}$/.test(days) || Number(days) < LEAST_DAYS_KEPT)
      throw new UsageFault(`records of looking are kept for ${LEAST_DAYS_KEPT} days at least, not ${days}`);
    const asked = questionOf(context);
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    return what === 'list' ? list(platform, context, asked) : expire(platform, context, Number(days));
  },
};

const questionOf = ({ text }: JobContext) => {
  const [subject, caller, from, to] = ['subject', 'caller', 'from', 'to'].map((name) => text(name));
  if (subject !== undefined && !isUuid(subject)) throw new UsageFault(`--subject is no id: ${subject}`);
  for (const at of [from, to])
    if (at !== undefined && Number.isNaN(Date.parse(at))) throw new UsageFault(`${at} is no instant`);
  const given = Object.entries({ subject, caller, from, to }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Readonly<Record<string, string>>;
};

const list = async (platform: OpenPlatform, { flag, out }: JobContext, asked: Readonly<Record<string, string>>) => {
  const { subject } = asked;
  await recordAtConsole(platform, 'looks', {
    ...{ job: 'looks list', object: JSON.stringify(asked), named: subject === undefined ? [] : [subject] },
  });
  const who = { name: consoleUser(), roles: [], offices: [EVERY_OFFICE] };
  for (let before: number | undefined; ;) {
    const page = { ...asked, limit: PAGE, ...(before === undefined ? {} : { before }) };
    const { looks: found, next } = await findLooks(platform, who, page);
    for (const look of found) out(flag('json') ? JSON.stringify(look) : lineOf(look));
    if (next === undefined) return exitCodes.done;
    before = next;
  }
};

const lineOf = ({ at, name, address, purpose, subjects, reason, object }: Look): string =>
  [at, name, address, purpose, subjects.join(' '), reason ?? '', object].join(' · ');

const expire = async ({ pool }: OpenPlatform, { flag, out }: JobContext, days: number) => {
  const through = await expireLooks(pool, { days, who: consoleUser(), address: CONSOLE });
  if (flag('json')) out(JSON.stringify({ through: through ?? null }));
  else out(through === undefined ? `nothing is older than ${days} days` : `dropped up to position ${through}`);
  return exitCodes.done;
};
