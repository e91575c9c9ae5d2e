import { join } from 'node:path';
import { projectRoot } from '#adapters/project-root.js';
import type { Job, JobContext } from './job.js';
import { job as report } from './jobs/report.js';
import { job as simulate } from './jobs/simulate.js';
import { caseFrom } from './load-case.js';
import { readArguments } from './usage.js';

const ONE = 'ziyang-2022-corrections';
const path = join(projectRoot(), 'cases', `${ONE}.json`);
const played = async (job: Job, ...more: readonly string[]): Promise<readonly string[]> => {
  const asked = readArguments(job, ['--case', path, ...more]);
  return (await caseFrom(asked as JobContext)).files.map(({ caseId }) => caseId);
};

it.each([simulate, report])('$name plays the case, and with --together the other reports of its year', async (job) => {
  expect(await played(job)).toEqual([ONE]);
  expect(await played(job, '--together')).toEqual([ONE, 'ziyang-2022-department']);
});
