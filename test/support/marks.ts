/**
 * Takes a measure until it meets its mark, and gives it: at most so much. What else a shared machine does spoils one take, and not
 * all; what the program itself does wrong spoils all.
 * @throws Error every take, where all missed it
 */
export const atMost = async (mark: number, take: () => number | Promise<number>, takes = 3): Promise<number> => {
  const missed: number[] = [];
  while (missed.length < takes) {
    const taken = await take();
    if (taken <= mark) return taken;
    missed.push(taken);
  }
  throw new Error(`at most ${mark}, and every take was more: ${missed.join(', ')}`);
};
