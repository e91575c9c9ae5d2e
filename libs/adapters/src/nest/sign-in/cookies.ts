import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened, Origin } from '#application/sign-in/sign-in.js';
import { networkOf } from '#application/sign-in/network.js';

/** `__Host-`: a browser takes it over TLS (or from this machine) alone, for this host alone. @source RFC 6265bis 4.1.3.2 */
export const SESSION_COOKIE = '__Host-taizhang';
export const DEVICE_COOKIE = '__Host-taizhang-device';
export const PROVIDER_COOKIE = '__Host-taizhang-oidc';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';
const DEVICE_SECONDS = 180 * 86_400;

/** Of all our secrets: 256 bits. */
const TOKEN = /^[\w-]{43}$/;

/** The one value of a cookie; undefined where it is missing, not of our making, or there twice. */
export const cookieOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const values = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value = ''] = values;
  return values.length === 1 && TOKEN.test(value) ? value : undefined;
};

/** Gives the browser what it signs in by from now on. */
export const giveCookies = (reply: FastifyReply, { token, device }: Opened): void => {
  void reply.header('set-cookie', [
    `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`,
    `${DEVICE_COOKIE}=${device}; Max-Age=${DEVICE_SECONDS}; ${ATTRIBUTES}`,
  ]);
};

/** Takes the session back, and what the browser keeps of it. */
export const takeCookie = (reply: FastifyReply): void => {
  void reply.headers({
    'set-cookie': `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`,
    'clear-site-data': '"cache", "storage"',
  });
};

// The browser comes back from another site, and shows it then: `Lax`, for some minutes.
const ON_THE_WAY = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const WAY_SECONDS = 600;

/** What the browser shows when it comes back from the identity provider. */
export const giveProviderCookie = (reply: FastifyReply, secret: string): void => {
  void reply.header('set-cookie', `${PROVIDER_COOKIE}=${secret}; Max-Age=${WAY_SECONDS}; ${ON_THE_WAY}`);
};

export const takeProviderCookie = (reply: FastifyReply): void => {
  void reply.header('set-cookie', `${PROVIDER_COOKIE}=; Max-Age=0; ${ON_THE_WAY}`);
};

/** Where a request comes from. */
export const originOf = (request: FastifyRequest): Origin => {
  const device = cookieOf(request, DEVICE_COOKIE);
  return {
    network: networkOf(request.ip),
    agent: request.headers['user-agent'] ?? '',
    ...(device === undefined ? {} : { device }),
  };
};
