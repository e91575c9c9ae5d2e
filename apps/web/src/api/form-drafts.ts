import { type Ref, ref } from 'vue';
import { clockTime } from '../days.js';
import { call } from './call.js';

type Content = Record<string, unknown>;
/** Milliseconds between two times that what was typed is kept. */
const EVERY = 5_000;

export interface FormDraft {
  /** Whether the form begins with what was left of last time. */
  readonly taken: Ref<boolean>;
  /** When it was last kept, as a time of day. */
  readonly keptAt: Ref<string | undefined>;
  /** What was kept; undefined where there is nothing. */
  take(): Promise<Content | undefined>;
  /** Keeps it within five seconds, on the server; says nothing where that fails, for typing goes on. */
  keep(content: Content): void;
  drop(): void;
}

/** The unfinished form of a kind, kept for its user alone. */
export const draftOf = (form: string): FormDraft => {
  const path = `/v1/form-drafts/${encodeURIComponent(form)}`;
  const [taken, keptAt] = [ref(false), ref<string>()];
  let newest: Content | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = async (): Promise<void> => {
    timer = undefined;
    if (newest === undefined) return;
    const content = newest;
    newest = undefined;
    await call('PUT', path, { body: { content } }).then(
      () => (keptAt.value = clockTime(new Date().toISOString()).slice(11)),
      () => (newest ??= content),
    );
    if (newest !== undefined) timer ??= setTimeout(() => void put(), EVERY);
  };
  let begun = false;
  return {
    taken,
    keptAt,
    take: async () => {
      const found = await call<{ readonly content: Content | null }>('GET', path).catch(() => undefined);
      taken.value = (found?.content ?? null) !== null;
      // What the form begins with is nothing typed.
      setTimeout(() => (begun = true), 0);
      return found?.content ?? undefined;
    },
    keep: (content) => {
      if (!begun) return;
      newest = { ...content };
      timer ??= setTimeout(() => void put(), EVERY);
    },
    drop: () => {
      clearTimeout(timer);
      timer = undefined;
      newest = undefined;
      taken.value = false;
      keptAt.value = undefined;
      void call('DELETE', path).catch(() => undefined);
    },
  };
};
