/** One server-sent event as a browser would hand it on. */
export interface Message {
  readonly id: number;
  readonly event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a caller gets is untyped
  readonly data: any;
}

/** Listens to server-sent events the way a browser does: fields, blank lines, and the id it would come back with. */
export class EventSource {
  readonly messages: Message[] = [];
  lastId: number | undefined;
  private readonly abort = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  static async open(url: string, token: string, lastId?: number): Promise<EventSource> {
    const source = new EventSource();
    source.lastId = lastId;
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastId === undefined ? {} : { 'last-event-id': String(lastId) }),
    };
    const response = await fetch(url, { headers, signal: source.abort.signal });
    if (!response.ok || response.body === null) throw new Error(`${response.status} ${await response.text()}`);
    source.ended = source.read(response.body).catch(() => undefined);
    return source;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    const id = fields.get('id');
    if (id !== undefined) this.lastId = Number(id);
    const data = fields.get('data');
    if (data !== undefined)
      this.messages.push({ id: Number(id), event: fields.get('event') ?? 'message', data: JSON.parse(data) });
  }

  /** Waits until what was heard satisfies. */
  async until(holds: () => boolean, milliseconds = 5000): Promise<void> {
    const end = performance.now() + milliseconds;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`not heard: ${JSON.stringify(this.messages.slice(-5))}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Resolves when the server ends the stream. */
  over(): Promise<void> {
    return this.ended;
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.ended;
  }
}
