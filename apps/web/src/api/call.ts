/** One thing a refusal points at: `data.receivedOn`, or the id of a record. */
export interface ProblemDetail {
  readonly at: string;
  readonly code: string;
  readonly title?: string;
  readonly message?: string;
}

/** A refusal as the API says it. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly details?: readonly ProblemDetail[];
  readonly allowedNext?: readonly { readonly command: string; readonly title: string }[];
}

/** The API answered, and refused. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** Nobody answered: the network is cut, or the server is away. */
export class NotReached extends Error {}

export interface Asked {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 20_000;

/** Below whatever path the page was served from. */
export const urlOf = (path: string, query: Asked['query'] = {}): string => {
  const url = new URL(path.replace(/^\//, ''), document.baseURI.replace(/#.*$/, ''));
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  return url.href;
};

const refusedWith = async (response: Response): Promise<Refused> => {
  const found = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new Refused({ title: response.statusText, code: 'unexpected', ...found, status: response.status });
};

const whenSignedOut: (() => void)[] = [];
/** Called when the API no longer knows who calls. */
export const onSignedOut = (tell: () => void): void => void whenSignedOut.push(tell);

const ask = async (
  method: string,
  path: string,
  { query, body, headers, patience = PATIENCE }: Asked,
): Promise<Response> => {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  const isFile = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(urlOf(path, query), {
      method,
      headers: {
        'x-taizhang': '1',
        ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      signal: giveUp.signal,
      ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    throw new NotReached(String(error));
  } finally {
    clearTimeout(timer);
  }
  // What stands between us and the server speaks for nobody.
  if (response.status >= 502 && response.status <= 504 && !/json/.test(response.headers.get('content-type') ?? ''))
    throw new NotReached(String(response.status));
  if (response.ok) return response;
  const refused = await refusedWith(response);
  if (refused.problem.code === 'unauthenticated') for (const tell of whenSignedOut) tell();
  throw refused;
};

/** Calls the API. @throws Refused; NotReached */
export const call = async <Answer>(method: string, path: string, asked: Asked = {}): Promise<Answer> => {
  const response = await ask(method, path, asked);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
};

/** Hands a file to the browser to keep. */
export const keepFile = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const FILE_PATIENCE = 120_000;

/** Fetches a file to look at. @throws Refused; NotReached */
export const fileOf = async (path: string, asked: Asked = {}): Promise<Blob> =>
  (await ask('GET', path, { patience: FILE_PATIENCE, ...asked })).blob();

/** Fetches a file and hands it to the browser to keep. @throws Refused; NotReached */
export const download = (path: string, asked: Asked = {}): Promise<void> => downloadOf('GET', path, asked);

/** The same of what is answered with a file to something sent. @throws Refused; NotReached */
export const downloadOf = async (method: string, path: string, asked: Asked = {}): Promise<void> => {
  const response = await ask(method, path, { patience: FILE_PATIENCE, ...asked });
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  keepFile(await response.blob(), named === undefined ? 'taizhang' : decodeURIComponent(named));
};
