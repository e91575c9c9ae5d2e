/**
 * Many dashboards in one process, each as the page has it: the reads it begins with, an event stream of its own that tells the
 * figures it keeps in sight and the comparison of offices as they move, and on every move what is overdue and the sheets, after the
 * same pauses (apps/web/src/board). It paints nothing. Told by its parent whose they are; gives when each was told figures of which
 * position.
 */
import { Agent, request } from 'node:http';

// As OverdueList.vue and use-targets.ts have them.
const [OVERDUE, SHEETS] = [10_000, 15_000];
const [TILE, AT_ONCE] = [3, 150];
const FUNDS = ['BF-01', 'BF-02', 'BF-03-to-date', 'BF-04'];
const COUNTS = ['FLOW_COUNT', 'FLOW_SUM'];

/** Not all at once: the page does the same (apps/web/src/board/some-time.ts). */
const someTime = (milliseconds) => milliseconds * (0.75 + Math.random() / 2);

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const told = { reads: 0, failed: 0, bytes: 0 };
let seats = [];

const get = ({ address, authorization }, path) =>
  new Promise((resolve, reject) => {
    const asked = request(address + path, { agent, headers: { authorization } }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        told.reads += 1;
        told.bytes += body.length;
        if (answer.statusCode !== 200) told.failed += 1;
        resolve(answer.statusCode === 200 ? body : undefined);
      });
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });

const plainOf = ({ indicators }) => indicators.filter(({ variant, of }) => variant === undefined && of === undefined);
const headlinesOf = (line) => {
  const plain = plainOf(line);
  const counts = plain.filter(({ kind }) => COUNTS.includes(kind));
  return [...counts, ...plain.filter((one) => !counts.includes(one))].slice(0, TILE);
};

/** Does something at once or, where it was done lately, after a pause; what comes meanwhile is one turn. */
const paced = (pause, work) => {
  let timer;
  let running = false;
  let again = false;
  const turn = async () => {
    timer = undefined;
    running = true;
    again = false;
    try {
      await work();
    } finally {
      running = false;
      if (again) timer = setTimeout(turn, pause);
    }
  };
  return () => {
    if (running) again = true;
    else timer ??= setTimeout(turn, pause);
  };
};

class Dashboard {
  /** `[position, at]` of the figures of the year as they were told; the instant in milliseconds since 1970. */
  stood = [];
  frames = 0;

  constructor(seat) {
    this.seat = seat;
  }

  async open() {
    const { lines, line, period } = this.seat;
    await get(this.seat, '/v1/lines');
    await get(this.seat, '/v1/offices');
    const shown = lines.filter((one) => plainOf(one).length > 0);
    const whole = shown.find(({ code }) => code === line) ?? shown[0];
    const known = new Set(lines.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    this.codes = [
      ...new Set([
        ...shown.flatMap(headlinesOf).map(({ code }) => code),
        ...plainOf(whole).map(({ code }) => code),
        ...FUNDS.filter((code) => known.has(code)),
      ]),
    ];
    this.compared = headlinesOf(whole)[0].code;
    await this.listen();
    for (const column of [period.month, period.year, period.before]) await this.figures(column, this.codes);
    await this.offices();
    this.moved = [
      paced(someTime(OVERDUE), () => get(this.seat, `/v1/deadlines?${this.seat.scope}&standing=overdue&limit=20`)),
      paced(someTime(SHEETS), () =>
        get(this.seat, `/v1/performance-sheets?${this.seat.scope}&year=${period.year.slice(0, 4)}`),
      ),
    ];
  }

  listen() {
    const { address, authorization, scope, period } = this.seat;
    const periods = [period.year, period.month, period.before].join(',');
    const sight = `${scope}&codes=${this.codes.join(',')}&periods=${periods}&by-office=${this.compared}`;
    return new Promise((resolve, reject) => {
      this.stream = request(`${address}/v1/live?${sight}`, { headers: { authorization } }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`live answered ${answer.statusCode}`));
        answer.setEncoding('utf8');
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            this.hear(text.slice(0, end));
            text = text.slice(end + 2);
          }
        });
        answer.on('error', () => undefined);
        resolve();
      });
      this.stream.on('error', () => undefined);
      this.stream.end();
    });
  }

  hear(block) {
    const event = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    told.bytes += block.length;
    if (event === 'balances') for (const tell of this.moved ?? []) tell();
    if (event === 'resync') told.failed += 1;
    if (event !== 'figures') return;
    // Read as the page reads it.
    const { asked, position } = JSON.parse(data);
    this.frames += 1;
    if (asked === this.seat.period.year) this.stood.push([position, performance.timeOrigin + performance.now()]);
  }

  async figures(period, codes) {
    for (let from = 0; from < codes.length; from += AT_ONCE) {
      const some = codes.slice(from, from + AT_ONCE).join(',');
      await get(this.seat, `/v1/indicators?${this.seat.scope}&period=${period}&codes=${some}`);
    }
  }

  offices() {
    const { scope, period } = this.seat;
    return get(this.seat, `/v1/indicators/${this.compared}/offices?${scope}&period=${period.year}`);
  }
}

process.on('message', async ({ open, close, end }) => {
  if (open !== undefined) {
    seats = open.seats.map((seat) => new Dashboard({ ...open, ...seat }));
    // People come in one after another.
    for (let from = 0; from < seats.length; from += 20)
      await Promise.all(seats.slice(from, from + 20).map((seat) => seat.open()));
    Object.assign(told, { reads: 0, failed: 0, bytes: 0 });
    process.send({ opened: seats.length });
  }
  if (close !== undefined) {
    for (const { stream } of seats) stream.destroy();
    const frames = seats.reduce((sum, seat) => sum + seat.frames, 0);
    process.send({ frames, stood: seats.map(({ stood, seat }) => ({ office: seat.office, stood })), ...told });
    seats = [];
  }
  if (end !== undefined) process.exit(0);
});
