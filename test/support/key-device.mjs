// A key device in a process of its own: what a driver of a certified cipher machine would be. It listens on a UNIX socket,
// wraps with AES-256-GCM and gives its keys to nobody. Arguments: socket, then the names of its keys, the newest first.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const [socket, ...names] = process.argv.slice(2);
const keyOf = (name) => createHash('sha256').update(`device key ${name}`).digest();

const wrap = (name, key, place) => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
};
const unwrap = (name, wrapped, place) => {
  if (!names.includes(name)) throw new Error('no such key');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(name), wrapped.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(wrapped.subarray(-16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
};
const answers = {
  name: () => ({ name: names[0] }),
  wrap: ({ key, place }) => ({
    name: names[0],
    wrapped: wrap(names[0], Buffer.from(key, 'base64'), place).toString('base64'),
  }),
  unwrap: ({ name, wrapped, place }) => ({
    key: unwrap(name, Buffer.from(wrapped, 'base64'), place).toString('base64'),
  }),
};

createServer((caller) => {
  caller.on('error', () => undefined);
  createInterface({ input: caller }).on('line', (line) => {
    const { id, op, ...asked } = JSON.parse(line);
    let answer;
    try {
      answer = answers[op](asked);
    } catch (error) {
      answer = { error: error.message };
    }
    caller.write(`${JSON.stringify({ id, ...answer })}\n`);
  });
}).listen(socket, () => process.stdout.write('listening\n'));
