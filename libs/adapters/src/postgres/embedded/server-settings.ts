import { totalmem } from 'node:os';

/** PostgreSQL parameters by name, for one office to one county on a small machine. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * The parameters every start passes on the command line. Durability is never traded: `fsync`, `full_page_writes` and
 * `synchronous_commit` stay on. Only the loopback address is served. The log rotates by weekday, so it keeps a week; it
 * stays terse, because details of a failed statement would show row values.
 */
export const settingsForSmallMachine = (memory = totalmem()): ServerSettings => ({
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: memory >= 4 * 2 ** 30 ? '256MB' : '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_wal_size: '2GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%w.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_error_verbosity: 'terse',
});

/** The settings as arguments of `postgres`, on one line as `pg_ctl -o` takes them. */
export const asArguments = (settings: ServerSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c "${name}=${value}"`)
    .join(' ');
