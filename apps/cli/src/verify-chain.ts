import { readAnchorFile } from '#adapters/anchors/anchor-file.js';
import { type ChainCheck, verifyChain } from '#adapters/postgres/chain/verify-chain.js';
import { eventLog, looksLog } from '#adapters/postgres/chain/chain-source.js';
import { type ExitCode, type JobContext, exitCodes } from './job.js';
import { openHere } from './open.js';
import { readSettings } from './settings.js';

/** Findings named on the terminal; JSON names them all. */
const SHOWN = 20;

/** Computes the chains over the log and over the records of looking again and holds them against the anchors. Reads only. */
export const checkChain = async (context: JobContext): Promise<ExitCode> => {
  const settings = readSettings({ folder: context.text('data-dir') });
  const file = context.text('anchors') ?? settings.ANCHORS_FILE;
  // Before the database is read: what is anchored by now has to be found in it.
  const entries = await readAnchorFile(file);
  const { databaseUrl } = await openHere(settings, context.opened);
  const found = await verifyChain(databaseUrl, eventLog, entries);
  const looks = await verifyChain(databaseUrl, looksLog, entries);
  const sound = found.wrong === 0 && looks.wrong === 0;
  if (context.flag('json')) context.out(JSON.stringify({ sound, ...found, looks }));
  else for (const chain of [found, looks]) print(context, chain, file);
  return sound ? exitCodes.done : exitCodes.wrong;
};

const print = ({ out }: JobContext, found: ChainCheck, file: string): void => {
  const { chain, findings, wrong, records, blocks, position, hash, anchors, unchained } = found;
  for (const { fault, position: at, after, detail } of findings.slice(0, SHOWN))
    out(`${chain}: ${fault}: position ${at}, the last that holds is ${after} (${detail})`);
  if (wrong > SHOWN) out(`and ${wrong - SHOWN} more`);
  if (anchors === 0)
    out(`${chain}: no anchors in ${file}: an end that was cut off or a chain made anew would not show`);
  const verdict = wrong === 0 ? 'nothing is wrong' : `${wrong} wrong, the first at position ${findings[0]?.position}`;
  out(
    `${chain}: ${records} records in ${blocks} blocks up to position ${position} (${hash ?? 'no hash'}), ${anchors} anchors, ${unchained} records not chained yet: ${verdict}`,
  );
};
