/** The rooms of the house: which part of the project a file belongs to, and which rooms each one may look into. */
export type Room =
  | 'kernel'
  | 'application'
  | 'adapters'
  | 'lines-list'
  | 'flows'
  | 'apps'
  | 'outside'
  | 'line/index'
  | 'line/words'
  | 'line/domain'
  | 'line/views'
  | 'line/measures'
  | 'line/indicators'
  | 'line/reports'
  | 'line/adapters';

const LINE_ROOMS = ['domain', 'views', 'measures', 'indicators', 'reports', 'adapters'];

/** The business line a path belongs to, or undefined. */
export const lineOf = (path: string): string | undefined => /^libs\/lines\/([^/]+)\//.exec(path)?.[1];

export const roomOf = (path: string): Room => {
  const [top, library, line, room] = path.split('/');
  if (top === 'apps') return 'apps';
  if (top !== 'libs') return 'outside';
  if (library === 'kernel' || library === 'application' || library === 'adapters' || library === 'flows')
    return library;
  if (library !== 'lines') return 'outside';
  if (line === 'index.ts') return 'lines-list';
  if (room === 'index.ts') return 'line/index';
  return LINE_ROOMS.includes(room ?? '') ? (`line/${room}` as Room) : 'line/words';
};

/**
 * What each room may import besides itself. Within a line the rooms are those of the same line; the one door into another
 * line is its `index.ts`, open to the list of lines and to flows. `line/words` are the files beside a line's rooms: terms,
 * errors, settings and declarations, which name what the rooms below them hold.
 */
export const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  kernel: [],
  application: ['kernel'],
  adapters: ['application', 'kernel'],
  'lines-list': ['line/index', 'application', 'kernel'],
  flows: ['line/index', 'application', 'kernel'],
  apps: ['lines-list', 'flows', 'adapters', 'application', 'kernel'],
  outside: ['apps', 'lines-list', 'flows', 'line/index', 'adapters', 'application', 'kernel'],
  'line/domain': ['kernel'],
  'line/views': ['line/domain', 'application', 'kernel'],
  'line/measures': ['line/views', 'line/domain', 'application', 'kernel'],
  'line/indicators': ['line/measures', 'application', 'kernel'],
  'line/reports': ['line/indicators', 'application', 'kernel'],
  'line/words': [
    'line/domain',
    'line/views',
    'line/measures',
    'line/indicators',
    'line/reports',
    'application',
    'kernel',
  ],
  'line/adapters': [
    'line/words',
    'line/domain',
    'line/views',
    'line/measures',
    'line/indicators',
    'line/reports',
    'adapters',
    'application',
    'kernel',
  ],
  'line/index': [
    'line/words',
    'line/domain',
    'line/views',
    'line/measures',
    'line/indicators',
    'line/reports',
    'line/adapters',
    'application',
    'kernel',
  ],
};

/** Specs look wherever they need to, and test/ with them. */
export const isSpec = (path: string): boolean => /\.(int-)?spec\.ts$/.test(path) || path.startsWith('test/');

/** A line's settings are data its rules are handed, so every room of the line may name their type. */
export const isLineSettings = (path: string): boolean => /^libs\/lines\/[^/]+\/settings\.ts$/.test(path);
