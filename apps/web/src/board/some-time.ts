/** About so many milliseconds: what moves reaches every dashboard in the same moment, and they need not all ask in one. */
export const someTime = (milliseconds: number): number => milliseconds * (0.75 + Math.random() / 2);
