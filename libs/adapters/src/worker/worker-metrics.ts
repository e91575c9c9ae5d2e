import { Counter, Gauge, Registry as Prometheus, collectDefaultMetrics } from 'prom-client';
import { type Chain, secondsUnchained } from '#application/ports/chain.js';
import type { Ledger } from '#application/ports/ledger.js';

/** What a worker tells Prometheus. Counts and positions only: no label ever holds an id, an office or a person. */
export class WorkerMetrics {
  readonly register = new Prometheus();
  readonly relayErrors = this.counter('taizhang_relay_errors_total', 'Times the relay had to begin a step again');
  readonly gaps = this.counter('taizhang_stream_gaps_total', 'Times an event came before its predecessor');
  readonly heldBack = this.counter('taizhang_batches_held_back_total', 'Batches that had to be delivered again');
  readonly batches = this.counter('taizhang_consumer_batches_total', 'Batches applied from topics');
  readonly events = this.counter('taizhang_consumer_events_total', 'Events applied from topics');
  readonly repeats = this.counter(
    'taizhang_consumer_repeats_total',
    'Records passed over because they had been applied',
  );

  constructor() {
    collectDefaultMetrics({ register: this.register });
  }

  /** Figures read when they are asked for. */
  watch(ledger: Pick<Ledger, 'watermark'>, now: () => number): void {
    const lag = async (): Promise<number> => {
      const { behindSince } = await ledger.watermark();
      return behindSince === null ? 0 : Math.max(0, now() - Date.parse(behindSince)) / 1000;
    };
    this.gauge('taizhang_feed_head', 'Newest position in the log', async () => (await ledger.watermark()).head);
    this.gauge('taizhang_feed_lag_events', 'Positions the figures are behind the log', async () => {
      const { head, position } = await ledger.watermark();
      return head - position;
    });
    this.gauge('taizhang_projector_lag_seconds', 'Age of the first event the figures do not include', lag);
    this.gauge(
      'taizhang_parked_streams',
      'Streams set aside because one of their events could not be folded',
      async () => (await ledger.watermark()).parked,
    );
  }

  watchChains(chains: readonly Pick<Chain, 'lag'>[], now: () => number): void {
    this.gauge(
      'taizhang_chain_lag_seconds',
      'Age of the first event, or record of looking, that no chain covers',
      async () => Math.max(...(await Promise.all(chains.map((chain) => secondsUnchained(chain, now()))))),
    );
  }

  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.register],
      async collect() {
        this.set(await read());
      },
    });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.register] });
  }
}
