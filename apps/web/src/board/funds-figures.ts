/** Figures that tell how the money of a year is spent: budget, in hand, spent, rate of execution. Shown as far as they are known. */
export const fundsFigures: readonly string[] = ['BF-01', 'BF-02', 'BF-03-to-date', 'BF-04'];
