import 'reflect-metadata';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { BackupDesk } from '#application/backup/desk.js';
import type { DemoRemoval } from '#application/demo/removal.js';
import type { Log } from '../log.js';
import { secondsUnchained } from '#application/ports/chain.js';
import type { Platform } from '../platform/platform.js';
import { openSignIn } from '../sign-in/open-sign-in.js';
import { SignInSettings } from '../sign-in/settings.js';
import { ApiModule } from './api.module.js';
import { CallerGuard } from './callers/caller.guard.js';
import { CallerScopeInterceptor } from './callers/caller-scope.interceptor.js';
import { assertEveryRoutePermits } from './callers/permit.js';
import { LiveHub } from './live/live-hub.js';
import { watchLedger } from './live/watch-ledger.js';
import { RecordLooks } from './looks/record-looks.js';
import { documentOf } from './openapi/document.js';
import { PublishedDocument } from './openapi/openapi.controller.js';
import { Metrics } from './operations/metrics.js';
import { backupsFrom } from './operations/read-backups.js';
import { FreshnessWatch } from './queries/freshness.js';
import { CheckedPipe } from './web/checked.js';
import { RateGuard } from './web/rate.guard.js';
import { RateLimit } from './web/rate-limit.js';
import { WebSettings } from './web/settings.js';
import { servePage } from './web/page.js';
import { ProblemFilter } from './web/problem.filter.js';
import { type Patience, makeServer } from './web/server.js';

export interface ApiOptions {
  /** How people and programs sign in; the defaults where left out. */
  readonly signIn?: SignInSettings;
  /** How much anybody may ask; the defaults where left out. */
  readonly web?: WebSettings;
  /** How long a request may take to arrive. */
  readonly patience?: Patience;
  readonly log: Log;
  /** Whether the page is served beside the API. True where left out. */
  readonly page?: boolean;
  /** Whether this process projects; otherwise what moved is learnt from the ledger. True where left out. */
  readonly projects?: boolean;
  /** Milliseconds of lag from which figures are called stale. */
  readonly staleAfter?: number;
  /** Milliseconds between two live messages at the least, and between two heartbeats. */
  readonly live?: { readonly every: number; readonly beat: number; readonly remember?: number };
  /** Who looks after the backups; absent where this process makes none. */
  readonly backups?: BackupDesk | undefined;
  /** How this process removes a demo it serves; left out where others serve it too. */
  readonly removal?: DemoRemoval | undefined;
}

const STALE_AFTER = 5000;
/** Who is told nothing else is one of several. */
const DISTRIBUTED: DemoRemoval = { obstacle: 'demo-distributed' };
const LIVE = { every: 60, beat: 15_000, remember: 2000 };

/** What the framework has to say, where it matters. */
const frameworkLog = (log: Log): LoggerService => ({
  log: () => undefined,
  debug: () => undefined,
  verbose: () => undefined,
  warn: (message: unknown) => log('warn', String(message)),
  error: (message: unknown) =>
    log('error', message instanceof Error ? (message.stack ?? message.message) : String(message)),
});

/**
 * Makes the API over a platform, ready to listen and not listening. Closing it ends live streams and answers what was
 * begun; the platform stays open.
 * @throws Error when a route declares no permission; RequestsLoginUnfit
 */
export const createApiApp = async (platform: Platform, options: ApiOptions): Promise<NestFastifyApplication> => {
  const { log, projects = true, staleAfter = STALE_AFTER, signIn: settings = new SignInSettings() } = options;
  const { web = new WebSettings(), patience, page = true, removal = DISTRIBUTED } = options;
  const signIn = await openSignIn(platform, log, settings);
  const filter = new ProblemFilter(platform.registry, log);
  const freshness = new FreshnessWatch(platform, staleAfter);
  const { hub, stop } = await openHub(platform, { ...LIVE, ...options.live }, projects, log);
  const unchained = async (): Promise<number> => {
    const now = Date.parse(platform.clock.now().now);
    const { chain, lookChain } = platform;
    return Math.max(await secondsUnchained(chain, now), await secondsUnchained(lookChain, now));
  };
  const backups = backupsFrom(platform.clock, options.backups?.record);
  const metrics = new Metrics(freshness, () => hub.size, unchained, backups);
  const published = new PublishedDocument();
  const seen: Platform = { ...platform, ...(await platform.readsOfCallers()), whole: platform };
  const adapter = makeServer({
    nextId: () => platform.ids.next(),
    onBadUrl: (error, request, reply) => filter.answer(error, request, reply),
    onClose: stop,
    perAddress: new RateLimit(web.RATE_PER_ADDRESS),
    production: web.MODE === 'production',
    ...(patience === undefined ? {} : { patience }),
    ...(settings.TRUSTED_PROXIES === undefined ? {} : { trustedProxies: settings.TRUSTED_PROXIES }),
  });
  metrics.watch(adapter.getInstance());
  logAnswers(adapter.getInstance(), log);
  if (page) await servePage(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of({
      platform: seen,
      freshness,
      metrics,
      hub,
      published,
      backups,
      desk: options.backups,
      removal,
      signIn,
    }),
    adapter,
    { logger: frameworkLog(log), bodyParser: false, abortOnError: false },
  );
  app.useGlobalGuards(new CallerGuard(signIn, settings.PUBLIC_ORIGIN), new RateGuard(new RateLimit(web.RATE_PER_USER)));
  app.useGlobalInterceptors(new CallerScopeInterceptor(), new RecordLooks(platform));
  app.useGlobalPipes(new CheckedPipe());
  app.useGlobalFilters(filter);
  assertEveryRoutePermits(app);
  await app.init();
  published.describe(() => documentOf(app));
  await adapter.getInstance().ready();
  return app;
};

/** One entry for every request answered, for those who look closely: ids and times, never what was said. */
const logAnswers = (server: FastifyInstance, log: Log): void => {
  server.addHook('onResponse', (request, reply, done) => {
    const { streamId } = (request.params ?? {}) as { readonly streamId?: string };
    log('debug', 'answered', {
      correlationId: request.id,
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      stream: streamId,
      position: reply.getHeader('x-position'),
    });
    done();
  });
};

/** Subscribes before it reads where the figures stand, so that no move falls between the two. */
const openHub = async (
  platform: Platform,
  live: { readonly every: number; readonly beat: number; readonly remember: number },
  projects: boolean,
  log: Log,
): Promise<{ readonly hub: LiveHub; readonly stop: () => void }> => {
  const early: Parameters<LiveHub['take']>[] = [];
  let take = (...moved: Parameters<LiveHub['take']>): void => void early.push(moved);
  const forget = platform.onApplied((changes, position) => take(changes, position));
  const { position: from } = await platform.ledger.watermark();
  const hub = new LiveHub({ ...live, from });
  take = (...moved) => hub.take(...moved);
  for (const moved of early) hub.take(...moved);
  const stopWatching = projects ? () => undefined : watchLedger(platform, hub, from, log);
  return {
    hub,
    stop: () => {
      stopWatching();
      forget();
      hub.close();
    },
  };
};
