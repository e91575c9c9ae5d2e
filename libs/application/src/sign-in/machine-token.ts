import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  verify,
} from 'node:crypto';
import { type Instant, type Uuid, isUuid } from '../kernel.js';

/** What a token that was read says. */
export interface ReadToken extends Pick<MachineClaims, 'userId' | 'version'> {
  /** Second since the epoch from which it is worth nothing. */
  readonly until: number;
}

/** What a token says. Whatever else a program may do is looked up for each request. */
export interface MachineClaims {
  readonly userId: Uuid;
  /** Of the user when it was made: after a change it is worth nothing. */
  readonly version: number;
  readonly tokenId: Uuid;
  readonly madeAt: Instant;
}

const ISSUER = 'taizhang';
const AUDIENCE = 'taizhang-api';
const TYPE = 'taizhang-machine+jwt';
/** Seconds. */
export const TOKEN_LASTS = 600;
const MEMBERS = ['iss', 'aud', 'sub', 'jti', 'ver', 'iat', 'nbf', 'exp'];
const LONGEST = 1024;
/** Tokens remembered. */
const REMEMBERED = 1000;

/** A private Ed25519 key as text. */
export const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Seconds since the epoch. */
export const secondsOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

/**
 * Signs and checks tokens of programs: JWT (RFC 7519) under Ed25519 (RFC 8037), of one form alone. The header has to be, byte
 * for byte, the one written here, so no algorithm, key or address named in a token is ever looked at. @source RFC 8725
 */
export class MachineTokenForm {
  private readonly secret: KeyObject;
  private readonly open: KeyObject;
  private readonly header: string;
  /** Tokens whose signature was right, whole; their times are looked at each time. */
  private readonly right = new Set<string>();

  constructor(signingKey: string) {
    this.secret = createPrivateKey(signingKey);
    this.open = createPublicKey(this.secret);
    const kid = hash('sha256', this.open.export({ type: 'spki', format: 'der' })).slice(0, 16);
    this.header = encoded({ alg: 'EdDSA', typ: TYPE, kid });
  }

  write({ userId, version, tokenId, madeAt }: MachineClaims): string {
    const at = secondsOf(madeAt);
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: userId, jti: tokenId, ver: version };
    const body = `${this.header}.${encoded({ ...claims, iat: at, nbf: at, exp: at + TOKEN_LASTS })}`;
    return `${body}.${sign(null, Buffer.from(body), this.secret).toString('base64url')}`;
  }

  /** Whose token it is; undefined for anything that is not one of ours, for now. */
  read(token: string, now: Instant): ReadToken | undefined {
    if (token.length > LONGEST) return undefined;
    const [header, payload, signature, ...rest] = token.split('.');
    if (header !== this.header || payload === undefined || signature === undefined || rest.length > 0) return undefined;
    const signed = Buffer.from(signature, 'base64url');
    // One way to write it: signs that decoding would skip make another text of the same token.
    if (signed.toString('base64url') !== signature) return undefined;
    if (!this.right.has(token)) {
      if (!verify(null, Buffer.from(`${header}.${payload}`), this.open, signed)) return undefined;
      this.remember(token);
    }
    return claimsIn(Buffer.from(payload, 'base64url').toString(), secondsOf(now));
  }

  private remember(token: string): void {
    this.right.add(token);
    const [oldest] = this.right;
    if (this.right.size > REMEMBERED && oldest !== undefined) this.right.delete(oldest);
  }
}

const claimsIn = (text: string, now: number): ReadToken | undefined => {
  let claims: Readonly<Record<string, unknown>> | null;
  try {
    claims = JSON.parse(text) as typeof claims;
  } catch {
    return undefined; // not JSON, so not ours
  }
  if (claims === null || Object.keys(claims).join() !== MEMBERS.join()) return undefined;
  const { iss, aud, sub, ver, iat, nbf, exp } = claims;
  const times = [iat, nbf, exp].every((time) => Number.isSafeInteger(time));
  if (iss !== ISSUER || aud !== AUDIENCE || !isUuid(sub) || !Number.isSafeInteger(ver) || !times) return undefined;
  const [from, to] = [nbf as number, exp as number];
  return from <= now && now < to && to - from <= TOKEN_LASTS
    ? { userId: sub, version: ver as number, until: to }
    : undefined;
};
