/** `npm run kafka [-- --brokers 3] [--data folder] [--port 9092]`: Kafka on this machine until it is told to stop. */
import { parseArgs } from 'node:util';
import { startKafka } from './cluster.mjs';
import { KafkaUnavailable } from './jars.mjs';

const usage = 'npm run kafka -- [--brokers 1|3] [--data <folder>] [--port <of the first broker>]';
const wrong = (message) => {
  console.error(`${message}\n${usage}`);
  process.exit(2);
};

let values;
try {
  ({ values } = parseArgs({
    options: { brokers: { type: 'string', default: '1' }, data: { type: 'string' }, port: { type: 'string' } },
  }));
} catch (error) {
  wrong(error.message);
}
if (!['1', '3'].includes(values.brokers)) wrong('--brokers is 1 or 3');
const port = values.port === undefined ? undefined : Number(values.port);
if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_533)) wrong('--port is a port');

try {
  let stop;
  const stopped = new Promise((done) => (stop = done));
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
  const cluster = await startKafka({
    brokers: Number(values.brokers),
    ...(values.data === undefined ? {} : { dataDir: values.data }),
    ...(port === undefined ? {} : { port }),
  });
  console.log(`KAFKA_BROKERS=${cluster.brokers.join(',')}`);
  const alive = setInterval(() => undefined, 2 ** 30);
  await stopped;
  clearInterval(alive);
  await cluster.stop();
} catch (error) {
  console.error(error instanceof KafkaUnavailable ? error.message : (error.stack ?? error));
  process.exit(1);
}
