/** Loaded into the API before anything else: measures how long its event loop was held up, and what its threads took. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
// What this thread works without looking up is its own doing; what it waits for a processor is that of others.
let worked = 0;
let before = process.threadCpuUsage();
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  worked = Math.max(worked, (user + system) / 1000);
  before = process.threadCpuUsage();
}, 5).unref();
let most = 0;
let threads = 0;

process.on('worker', (worker) => {
  threads += 1;
  const look = () =>
    worker.getHeapStatistics().then(
      ({ total_heap_size: heap, external_memory: outside, malloced_memory: own }) =>
        (most = Math.max(most, heap + outside + own)),
      () => undefined,
    );
  const timer = setInterval(() => void look(), 25);
  timer.unref();
  worker.once('exit', () => clearInterval(timer));
});

process.on('message', () => {
  const [p99, max] = [delay.percentile(99), delay.max].map((nanoseconds) => Math.round(nanoseconds / 1e5) / 10);
  process.send({
    p99,
    max,
    worked: Math.round(worked * 10) / 10,
    threads,
    threadMegabytes: Math.round(most / 2 ** 20),
    resident: Math.round(process.memoryUsage().rss / 2 ** 20),
  });
  delay.reset();
  worked = 0;
});
process.channel?.unref();
