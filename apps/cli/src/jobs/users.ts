import { processLog } from '#adapters/log.js';
import { openSignIn } from '#adapters/sign-in/open-sign-in.js';
import type { Handed, ManageUsers } from '#application/sign-in/manage-users.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import { type RoleCode, excludeEachOther, roleCodes } from '#application/roles/role-table.js';
import { asJson, dataDir, exitCodes, given, type Job, type JobContext, UsageFault } from '../job.js';
import { type OpenPlatform, openHere } from '../open.js';
import { readSettings } from '../settings.js';

const list = ({ text }: JobContext, name: string): readonly string[] =>
  (text(name) ?? '').split(',').filter((part) => part !== '');

/** Keeps users on the machine itself, for the first program and for when no administrator can get in. */
export const job: Job = {
  name: 'users',
  summary:
    'list; create: a person or a program; reset: a code or secret for one who is there; enable: lets one in again',
  arguments: ['list|create|reset|enable'],
  options: {
    'data-dir': dataDir,
    json: asJson,
    name: { type: 'string', value: '<name>', help: 'create, reset, enable: whose' },
    program: {
      type: 'boolean',
      help: 'create: a program, which gets a secret; a person, who gets a code, where left out',
    },
    roles: { type: 'string', value: '<role,…>', help: `create: of ${roleCodes.join(', ')}` },
    offices: { type: 'string', value: '<code,…>', help: 'create: codes of offices; all where left out' },
    'second-factor': { type: 'boolean', help: 'reset: the second factor goes too' },
  },
  run: async (context) => {
    const [what = ''] = context.positionals;
    const act = acts[what];
    if (act === undefined) throw new UsageFault(`users list, create, reset or enable, not ${what}`);
    const settings = readSettings({ folder: context.text('data-dir') });
    const platform = await openHere(settings, context.opened);
    const { manage } = await openSignIn(platform, processLog(settings.LOG_LEVEL), settings);
    await act(manage, context, platform);
    return exitCodes.done;
  },
};

const show = ({ user, code, secret }: Handed, { flag, out }: JobContext): void => {
  if (flag('json')) return out(JSON.stringify({ user, code, secret }));
  out(`${user.name} (${user.userId})`);
  if (code !== undefined) out(`code to choose a password, until ${user.resetUntil}, shown this once: ${code}`);
  if (secret !== undefined) out(`secret, shown this once: ${secret}`);
};

const idOf = async (manage: ManageUsers, name: string): Promise<string> => {
  const user = (await manage.list()).find((entry) => entry.name === name);
  if (user === undefined) throw new UsageFault(`no user is called ${name}`);
  return user.userId;
};

const acts: Readonly<
  Record<string, (manage: ManageUsers, context: JobContext, platform: OpenPlatform) => Promise<void>>
> = {
  list: async (manage, { flag, out }) => {
    const all = await manage.list();
    if (flag('json')) return out(JSON.stringify(all));
    for (const { name, kind, roles, offices, disabled } of all)
      out(`${name} · ${kind} · ${roles.join(', ')} · ${offices.join(', ')}${disabled ? ' · disabled' : ''}`);
  },
  create: async (manage, context, { offices: directory }) => {
    const roles = list(context, 'roles');
    const offices = list(context, 'offices');
    const unknown = [
      ...roles.filter((role) => !roleCodes.includes(role as RoleCode)),
      ...offices.filter((code) => code !== EVERY_OFFICE && directory.find(code) === undefined),
    ];
    if (roles.length === 0) throw new UsageFault('--roles is missing');
    if (unknown.length > 0) throw new UsageFault(`no role or office is called ${unknown.join(', ')}`);
    if (excludeEachOther(roles)) throw new UsageFault('an administrator holds no other role');
    const kind = context.flag('program') ? 'machine' : 'person';
    const name = given(context, 'name');
    show(await manage.create({ kind, name, roles, offices: offices.length === 0 ? [EVERY_OFFICE] : offices }), context);
  },
  reset: async (manage, context) => {
    const userId = await idOf(manage, given(context, 'name'));
    show(await manage.reset(userId, { secondFactor: context.flag('second-factor') }), context);
  },
  enable: async (manage, context) => {
    const { name, userId } = await manage.change(await idOf(manage, given(context, 'name')), { disabled: false });
    context.out(`${name} (${userId})`);
  },
};
