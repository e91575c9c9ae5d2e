/** One of the things a worker does, by itself, until it is stopped. */
export interface Role {
  readonly name: string;
  /** Begins; what keeps it from working is tried again, and meanwhile it is not ready. */
  start(): void;
  /** Finishes what is at hand and leaves. */
  stop(): Promise<void>;
  /** Whether it does its work, or stands by for another process that does. */
  ready(): boolean;
}
