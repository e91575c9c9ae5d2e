/**
 * Runs a command in a network of its own whose only way out leads nowhere, and counts what it sends there, whichever process
 * sends it: `node test/security/cut-off.mjs npm test`. Loopback works. Linux, with rights to make network namespaces.
 *
 * Prints `sent outside: N packets` last and ends with the command's code, or 1 when anything was sent.
 */
import { spawn } from 'node:child_process';

const SCRIPT = `
set -e
ip link set lo up
ip link add outside type veth peer name nowhere
ip link set dev outside addrgenmode none
ip link set dev nowhere addrgenmode none
ip address add 192.0.2.1/24 dev outside
ip link set nowhere up
ip link set outside up
ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev outside nud permanent
ip route add default via 192.0.2.2 dev outside
sent() { ip -statistics -oneline link show dev outside | sed 's/.*TX:[^\\\\]*\\\\ *[0-9]* *\\([0-9]*\\).*/\\1/'; }
before=$(sent)
code=0
"$@" || code=$?
count=$(( $(sent) - before ))
echo "sent outside: $count packets"
[ "$count" -eq 0 ] || code=1
exit "$code"
`;

const namespaces = process.getuid?.() === 0 ? ['--net'] : ['--net', '--map-root-user'];
const child = spawn('unshare', [...namespaces, 'bash', '-c', SCRIPT, 'cut-off', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('error', (error) => {
  console.error(error.message);
  process.exitCode = 2;
});
child.on('exit', (code) => (process.exitCode = code ?? 1));
