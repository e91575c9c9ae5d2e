import { periodOf } from '#adapters/nest/queries/scope.js';
import { booksOf, periodsOf } from '#application/sealing/books.js';
import { headOffice } from '#application/sealing/head-office.js';
import { type Closed, closePeriod } from '#application/sealing/seal-period.js';
import { Rejected, type Rejection } from '#kernel/reject.js';
import { titleOf } from '#application/describe-lines.js';
import { asJson, dataDir, exitCodes, given, type Job, type JobContext, UsageFault } from '../job.js';
import { type OpenPlatform, openHere, project } from '../open.js';
import { operator } from '../reading.js';
import { readSettings } from '../settings.js';

type Outcome = { readonly line: string } & (
  | { readonly refused: Rejection }
  | { readonly streamId: string; readonly reopened: true }
  | (Pick<Closed, 'streamId' | 'recorded'> & Pick<Closed['seal'], 'number' | 'position' | 'hash'>)
);

/** Closes the books of a period with a seal, or opens them again. */
export const job: Job = {
  name: 'seal',
  summary: 'closes the books of a period: freezes every figure of a field of work; --reopen opens them again',
  options: {
    bureau: { type: 'string', value: '<code>', help: 'division code of the bureau (GB/T 2260)', required: true },
    period: {
      type: 'string',
      value: '<period>',
      help: '2022, 2022S, 2022-04, 2022Q2, 2022H1 or a window',
      required: true,
    },
    line: { type: 'string', value: '<code>', help: 'field of work' },
    all: { type: 'boolean', help: 'every field of work' },
    explain: { type: 'string', value: '<text>', help: 'why findings that block do not keep the books open' },
    reopen: { type: 'boolean', help: 'opens closed books again; the seal stays readable' },
    reason: { type: 'string', value: '<text>', help: 'why they are reopened' },
    by: { type: 'string', value: '<name>', help: 'who reopens them: another than who closed them' },
    'data-dir': dataDir,
    json: asJson,
  },
  run: async (context) => {
    const platform = await openHere(readSettings({ folder: context.text('data-dir') }), context.opened);
    const lines = linesOf(context, platform);
    for (const needed of context.flag('reopen') ? ['reason', 'by'] : [])
      if (context.text(needed) === undefined) throw new UsageFault(`--${needed} is missing`);
    await project(platform);
    const outcomes: Outcome[] = [];
    for (const line of lines) {
      const outcome = await settle(line, () => (context.flag('reopen') ? reopen : close)(context, platform, line));
      outcomes.push(outcome);
      if (!context.flag('json')) context.out(`${titleOf(platform.registry, line)}：${said(outcome)}`);
    }
    // A seal that somebody could take out of the log again would prove little.
    await platform.anchor();
    if (context.flag('json')) context.out(JSON.stringify(outcomes));
    return outcomes.some((outcome) => 'refused' in outcome) ? exitCodes.wrong : exitCodes.done;
  },
};

const linesOf = (context: JobContext, { registry }: OpenPlatform): readonly string[] => {
  const line = context.text('line');
  if ((line !== undefined) === context.flag('all')) throw new UsageFault('either --line or --all');
  // What counts nothing has no books.
  if (line === undefined)
    return registry.lines.flatMap(({ code, indicators }) => (indicators.length > 0 ? [code] : []));
  if (registry.line(line) === undefined) throw new UsageFault(`no line ${line}`);
  return [line];
};

const asked = (context: JobContext, { ids }: OpenPlatform, line: string) => ({
  bureau: given(context, 'bureau'),
  line,
  period: periodOf(given(context, 'period')),
  principal: operator,
  correlationId: ids.next(),
});

/** One field of work that is refused does not keep the others open. */
const settle = async (line: string, act: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Rejected) return { line, refused: error.rejection };
    throw error;
  }
};

const close = async (context: JobContext, platform: OpenPlatform, line: string): Promise<Outcome> => {
  const reason = context.text('explain');
  const explanations = reason === undefined ? [] : [{ rule: '*', reason, role: 'operator' }];
  // Each seal is itself a record: what came since the line before has to be in the figures of this one.
  const position = async (): Promise<number> => {
    const head = await platform.feed.head();
    await project(platform);
    return head;
  };
  const closed = await closePeriod({ ...platform, position }, { ...asked(context, platform, line), explanations });
  const { number, position: at, hash } = closed.seal;
  return { line, streamId: closed.streamId, recorded: closed.recorded, number, position: at, hash };
};

const reopen = async (context: JobContext, platform: OpenPlatform, line: string): Promise<Outcome> => {
  const { registry, handler, offices, clock, ids } = platform;
  const { bureau, principal, correlationId, period } = asked(context, platform, line);
  const { streamId } = await booksOf(platform, { bureau, line, period });
  await handler.handle({
    type: periodsOf(registry).reopen,
    streamId,
    data: { reopenedOn: clock.now().today, reason: given(context, 'reason') },
    commandId: ids.next(),
    bureau,
    office: headOffice(offices, bureau),
    principal: { ...principal, name: given(context, 'by') },
    source: 'MANUAL',
    correlationId,
  });
  return { line, streamId, reopened: true };
};

const said = (outcome: Outcome): string => {
  if ('refused' in outcome)
    return [outcome.refused.code, ...outcome.refused.details.map(({ code, message }) => message ?? code)].join('；');
  if ('reopened' in outcome) return '已重新开账';
  const { recorded, number, position, hash } = outcome;
  return `${recorded ? '已结账' : '此前已结账'}，第${number}次封存，截至第${position}号记录，${hash}`;
};
