/** Median, smallest and largest of several rounds, as the benches print them. */
export const summary = (values, unit, decimals = 0) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const round = (value) => Number(value.toFixed(decimals));
  return { median: round(median), min: round(sorted[0]), max: round(sorted.at(-1)), unit };
};

/**
 * Keeps `workers` callers busy with `act(worker)` for a while; `act` resolves to the number of things it did. Gives things
 * per second and the 95th percentile of the time one call took, in milliseconds.
 */
export const load = async (act, workers, milliseconds) => {
  const begun = performance.now();
  const until = begun + milliseconds;
  const times = [];
  let done = 0;
  const work = async (worker) => {
    for (let start = performance.now(); start < until; start = performance.now()) {
      const count = await act(worker); // awaited first: `done += await …` would lose what others added meanwhile
      done += count;
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  times.sort((a, b) => a - b);
  return { perSecond: (done * 1000) / (performance.now() - begun), p95: times[Math.floor(times.length * 0.95)] ?? 0 };
};
