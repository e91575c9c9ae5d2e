import { readdirSync } from 'node:fs';
import { allJobs, jobNamed } from './index.js';

const files = readdirSync(__dirname).flatMap((name) => /^(?!index\.)(?!.*\.spec\.)(.+)\.ts$/.exec(name)?.[1] ?? []);

it('knows every job by the name of its file, and no other', async () => {
  const jobs = await allJobs();
  expect(jobs.map(({ name }) => name).sort()).toEqual(files.sort());
  for (const job of jobs) expect(await jobNamed(job.name)).toBe(job);
  expect(await jobNamed('index')).toBeUndefined();
  expect(await jobNamed('../main')).toBeUndefined();
});
