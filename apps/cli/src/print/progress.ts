/** A bar on a terminal; a line at each quarter where there is none. */
export class Progress {
  private quarter = 0;

  constructor(
    private readonly label: string,
    private readonly note: (text: string) => void,
    private readonly terminal: boolean,
  ) {}

  show(done: number, total: number): void {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    if (this.terminal) {
      const filled = Math.round(share * 30);
      this.note(
        `\r${this.label} [${'█'.repeat(filled)}${'·'.repeat(30 - filled)}] ${done}/${total}${done >= total ? '\n' : ''}`,
      );
      return;
    }
    const quarter = Math.floor(share * 4);
    if (quarter === this.quarter) return;
    this.quarter = quarter;
    this.note(`${this.label} ${done}/${total}\n`);
  }
}
