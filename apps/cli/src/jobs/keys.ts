import { openPersonKeys } from '#adapters/postgres/person-registry/person-keys.js';
import { reseal } from '#adapters/postgres/person-registry/reseal.js';
import { forgetKeys, rotateKeys } from '#adapters/postgres/person-registry/rotate-keys.js';
import { keySourceOf } from '#adapters/settings.js';
import { systemRandom } from '#adapters/system/random.js';
import { asJson, dataDir, exitCodes, type Job, UsageFault } from '../job.js';
import { openHere } from '../open.js';
import { readSettings } from '../settings.js';

/** Rotates the key that wraps the keys of persons, drops old ones, and brings persons over to the suite that is set. */
export const job: Job = {
  name: 'keys',
  summary:
    'rotate: a new master key wraps all keys; forget: drops master keys not needed any more; reseal: all by PERSON_SUITE',
  arguments: ['rotate|forget|reseal'],
  options: { 'data-dir': dataDir, json: asJson },
  run: async (context) => {
    const [what = ''] = context.positionals;
    if (!['rotate', 'forget', 'reseal'].includes(what))
      throw new UsageFault(`keys rotate, forget or reseal, not ${what}`);
    const settings = readSettings({ folder: context.text('data-dir') });
    const { pool } = await openHere(settings, context.opened);
    const source = keySourceOf(settings);
    const tell = (done: number): void => context.note(`${done}`);
    const done = await {
      rotate: () => rotateKeys(pool, source, systemRandom, tell),
      forget: () => forgetKeys(pool, source, systemRandom),
      reseal: () => reseal(pool, openPersonKeys(pool, source, systemRandom), tell),
    }[what as 'rotate' | 'forget' | 'reseal']();
    const said = {
      rotate: `${done} keys wrapped anew`,
      forget: `${done} master keys dropped`,
      reseal: `${done} persons sealed anew`,
    }[what as 'rotate' | 'forget' | 'reseal'];
    context.out(context.flag('json') ? JSON.stringify({ job: what, done }) : said);
    return exitCodes.done;
  },
};
