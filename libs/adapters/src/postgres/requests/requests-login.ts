import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import type pg from 'pg';
import { PlainFault } from '#kernel/plain-fault.js';
import { systemRandom } from '../../system/random.js';
import { withClient } from '../with-client.js';
import { ScopeSeal } from './scope-seal.js';

const ROLE = 'taizhang_requests';
const ITERATIONS = 4096;
const WRONG_LOGIN = ['28P01', '28000'];

/** The login that requests are to be read under is missing, or sees more than they may. */
export class RequestsLoginUnfit extends PlainFault {
  constructor(reason: string) {
    super(
      `请求所用的数据库登录不可用：${reason}。请以 REQUESTS_DATABASE_URL 指定，其登录只属于角色 ${ROLE}。\n` +
        `the login for requests cannot be used: ${reason}; name one that is in the role ${ROLE} alone as REQUESTS_DATABASE_URL`,
    );
    this.name = 'RequestsLoginUnfit';
  }
}

/** What PostgreSQL keeps of a password (RFC 5803), so that the password itself is in no statement and no log of one. */
const verifierOf = (password: string): string => {
  const salt = systemRandom(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
};

/** Makes the login, or gives it its password again; in turn with others who start at the same moment. */
const makeLogin = (client: pg.Client, login: string, password: string): Promise<unknown> =>
  client.query(`
    begin;
    select pg_advisory_xact_lock(hashtextextended('taizhang.requests.login', 0));
    do $$ begin
      if not exists (select from pg_roles where rolname = '${login}') then
        create role ${login} login in role ${ROLE};
      end if;
      alter role ${login} login password '${verifierOf(password)}';
    end $$;
    commit`);

const MORE_THAN_ALLOWED = `
  select case
    when not pg_has_role('${ROLE}', 'usage') then 'it is not in the role'
    when (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) then 'it is bound by no policy'
    when exists (select from pg_class c where c.relkind in ('r', 'v') and c.relnamespace = 'es'::regnamespace
                 and pg_has_role(session_user, c.relowner, 'member')) then 'it may become the owner of the log'
    when exists (select from pg_roles r where r.rolname = 'taizhang_app' and pg_has_role(session_user, r.oid, 'member'))
      then 'it may become the role of the application'
  end as reason`;

/** Why a login may not serve requests; undefined where it may. */
const unfit = (url: string): Promise<string | undefined> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ reason: string | null }>(MORE_THAN_ALLOWED);
    return rows[0]?.reason ?? undefined;
  });

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? '';

/**
 * Finds the login that requests of callers are read under, and the seal of their scopes. Without one named it is
 * `taizhang_requests_<oid of the database>`, made here with a password that follows from the database's own secret, so that
 * every process of a deployment knows it.
 * @throws RequestsLoginUnfit
 */
export const requestsLogin = (
  databaseUrl: string,
  named?: string,
): Promise<{ readonly url: string; readonly seal: ScopeSeal }> =>
  withClient(databaseUrl, async (client) => {
    const seal = await ScopeSeal.open(client);
    const url = named ?? (await ownLogin(client, databaseUrl, seal));
    const reason = await unfit(url).catch((error: unknown) => String(error));
    if (reason !== undefined) throw new RequestsLoginUnfit(reason);
    return { url, seal };
  });

const ownLogin = async (client: pg.Client, databaseUrl: string, seal: ScopeSeal): Promise<string> => {
  const { rows } = await client.query<{ oid: string }>(
    'select oid from pg_database where datname = current_database()',
  );
  const login = `${ROLE}_${rows[0]?.oid}`;
  const password = seal.of(login);
  const url = new URL(databaseUrl);
  url.username = login;
  url.password = password;
  try {
    await withClient(url.href, async () => undefined);
  } catch (error) {
    if (!WRONG_LOGIN.includes(codeOf(error))) throw error;
    await makeLogin(client, login, password).catch((cause: unknown) => {
      throw new RequestsLoginUnfit(String(cause));
    });
  }
  return url.href;
};
