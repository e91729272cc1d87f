/** Where the reader is in a chart, by pointer or by keys, and what is being marked. */
export class Cursor {
  slot = $state(-1);
  /** -1 stands for all series of the slot. */
  series = $state(-1);
  /** The slot at which a mark began. */
  marked = $state(-1);
  byKeys = $state(false);

  constructor(
    private readonly slots: () => number,
    private readonly count: () => number,
  ) {}

  get range(): [number, number] | null {
    if (this.marked < 0 || this.slot < 0 || this.marked === this.slot) return null;
    return [Math.min(this.marked, this.slot), Math.max(this.marked, this.slot)];
  }

  leave(): void {
    [this.slot, this.series, this.marked] = [-1, -1, -1];
  }

  enter(): void {
    this.byKeys = true;
    if (this.slot < 0) this.slot = this.slots() - 1;
  }

  /** One press of a key; false when it means nothing here. */
  press(event: KeyboardEvent): boolean {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }[event.key];
    if (step) return this.move(step, event.shiftKey);
    if (event.key === 'Home') return this.to(0);
    if (event.key === 'End') return this.to(this.slots() - 1);
    if (event.key === 'ArrowUp') return this.turn(-1);
    if (event.key === 'ArrowDown') return this.turn(1);
    return false;
  }

  private move(step: number, marking: boolean): boolean {
    if (marking && this.marked < 0) this.marked = this.slot;
    if (!marking) this.marked = -1;
    return this.to(this.slot + step);
  }

  private to(slot: number): boolean {
    this.slot = Math.min(Math.max(slot, 0), this.slots() - 1);
    return true;
  }

  private turn(step: number): boolean {
    const count = this.count() + 1;
    this.series = ((this.series + 1 + step + count) % count) - 1;
    return true;
  }
}
