import { Counter, Gauge, Histogram, Registry as Prometheus, collectDefaultMetrics } from 'prom-client';
import type { FastifyInstance } from 'fastify';
import type { BackupHealth } from '#application/backup/health.js';
import type { Answer } from '../commands/dispatch.js';
import type { FreshnessWatch } from '../queries/freshness.js';
import type { ReadBackups } from './read-backups.js';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What the process tells Prometheus. Counts and times only: no label ever holds an id, an office or a person. */
export class Metrics {
  readonly register = new Prometheus();

  private readonly appended = new Counter({
    name: 'taizhang_append_total',
    help: 'Events this process acknowledged as durable, repeated answers among them',
    registers: [this.register],
  });
  private readonly commands = new Counter({
    name: 'taizhang_commands_total',
    help: 'Commands answered, by outcome',
    labelNames: ['outcome'],
    registers: [this.register],
  });
  private readonly appendTime = new Histogram({
    name: 'taizhang_append_seconds',
    help: 'From a checked request to its durable answer',
    buckets: FAST,
    registers: [this.register],
  });
  private readonly requests = new Histogram({
    name: 'taizhang_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: FAST,
    registers: [this.register],
  });

  constructor(
    freshness: FreshnessWatch,
    listeners: () => number,
    unchained: () => Promise<number>,
    backups: ReadBackups,
  ) {
    collectDefaultMetrics({ register: this.register });
    const gauge = (name: string, help: string, read: () => number | Promise<number>): Gauge =>
      new Gauge({
        name,
        help,
        registers: [this.register],
        async collect() {
          this.set(await read());
        },
      });
    const known = () => freshness.now();
    gauge('taizhang_feed_head', 'Newest position in the log', async () => (await known()).head);
    gauge('taizhang_feed_lag_events', 'Positions the figures are behind the log', async () => {
      const { head, position } = await known();
      return head - position;
    });
    gauge(
      'taizhang_projector_lag_seconds',
      'Age of the first event the figures do not include',
      async () => (await known()).lag / 1000,
    );
    gauge(
      'taizhang_parked_streams',
      'Streams set aside because one of their events could not be folded',
      async () => (await known()).parked,
    );
    gauge(
      'taizhang_chain_lag_seconds',
      'Age of the first event, or record of looking, that no chain covers',
      unchained,
    );
    const age = (read: (health: BackupHealth) => number) => async (): Promise<number> => {
      const health = await backups();
      return health.status === 'off' ? Number.NaN : read(health);
    };
    gauge(
      'taizhang_backup_age_seconds',
      'Age of the last base backup; NaN where none are made',
      age(({ backupAge }) => backupAge),
    );
    gauge(
      'taizhang_drill_age_seconds',
      'Age of the last restore that was tried and succeeded; NaN where no backups are made',
      age(({ drillAge }) => drillAge),
    );
    gauge('taizhang_live_listeners', 'Clients that listen to moving balances', listeners);
  }

  dispatched(answers: readonly Answer[], seconds: number): void {
    this.appendTime.observe(seconds);
    for (const answer of answers) {
      if ('kind' in answer) this.commands.inc({ outcome: 'rejected' });
      else {
        this.commands.inc({ outcome: answer.recorded ? 'recorded' : 'nothing' });
        this.appended.inc(answer.eventIds.length);
      }
    }
  }

  /** Times every request by its route as declared, never by its path. */
  watch(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      const status = `${Math.floor(reply.statusCode / 100)}xx`;
      this.requests.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
      done();
    });
  }
}
