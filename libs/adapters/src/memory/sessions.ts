import type { Session, SessionStore, Try, TryStore } from '#application/ports/sessions.js';
import type { Instant } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';

/** Sessions without a database. */
export class MemorySessions implements SessionStore {
  private readonly kept = new Map<string, Session>();

  async open(tokenHash: string, session: Session, most: number): Promise<void> {
    this.kept.set(tokenHash, session);
    if (session.stage !== 'open') return;
    const others = (await this.of(session.userId)).filter(({ sessionId }) => sessionId !== session.sessionId);
    for (const { sessionId } of others.slice(most - 1)) await this.end(session.userId, sessionId);
  }

  async find(tokenHash: string): Promise<Session | undefined> {
    return this.kept.get(tokenHash);
  }

  async see(sessionId: Uuid, at: Instant): Promise<void> {
    for (const [key, session] of this.kept)
      if (session.sessionId === sessionId && at > session.seenAt) this.kept.set(key, { ...session, seenAt: at });
  }

  async of(userId: Uuid): Promise<readonly Session[]> {
    const rank = ({ openedAt, sessionId }: Session): string => `${openedAt} ${sessionId}`;
    return [...this.kept.values()]
      .filter((session) => session.userId === userId && session.stage === 'open')
      .sort((a, b) => (rank(a) > rank(b) ? -1 : 1));
  }

  async end(userId: Uuid, sessionId: Uuid): Promise<boolean> {
    return this.remove((session) => session.userId === userId && session.sessionId === sessionId);
  }

  async endAll(userId?: Uuid): Promise<void> {
    this.remove((session) => userId === undefined || session.userId === userId);
  }

  async forget(before: Instant): Promise<void> {
    this.remove(({ openedAt }) => openedAt < before);
  }

  private remove(is: (session: Session) => boolean): boolean {
    const gone = [...this.kept].filter(([, session]) => is(session));
    for (const [key] of gone) this.kept.delete(key);
    return gone.length > 0;
  }
}

/** Tries to sign in without a database. */
export class MemoryTries implements TryStore {
  private tries: readonly (Try & { readonly subject: string })[] = [];
  private readonly devices = new Map<string, Instant>();

  async take(subject: string, made: Try, from: Instant, decide: (before: readonly Try[]) => number): Promise<number> {
    const before = this.tries.filter((other) => other.subject === subject && other.at >= from);
    const pause = decide(before.map(({ source, at }) => ({ source, at })));
    if (pause === 0) this.tries = [...this.tries.filter(({ at }) => at >= from), { ...made, subject }];
    return pause;
  }

  async forgive(subject: string, source: string): Promise<void> {
    this.tries = this.tries.filter((made) => made.subject !== subject || made.source !== source);
  }

  async knows(person: string, device: string, since: Instant): Promise<boolean> {
    const seen = this.devices.get(`${person} ${device}`);
    return seen !== undefined && seen >= since;
  }

  async remember(person: string, device: string, at: Instant): Promise<void> {
    this.devices.set(`${person} ${device}`, at);
  }
}
