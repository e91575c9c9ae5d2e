const isRoot = process.getuid?.() === 0;

/**
 * A test that only root can make happen, because it changes users or owners. Elsewhere it is left out, and says so where
 * the results are read.
 */
export const itAsRoot = (name: string, test: jest.ProvidesCallback, timeout?: number): void => {
  if (isRoot) return it(name, test, timeout);
  process.stderr.write(`SKIPPED, needs root to change users: ${name}\n`);
  it.skip(name, test, timeout);
};
