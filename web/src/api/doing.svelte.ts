import { live } from './live.svelte';
import { Problem } from './problem';

/** One change at a time: whether it runs, and what went wrong with the last one. */
export class Doing {
  busy = $state(false);
  problem = $state.raw<Problem>();

  async run<T>(work: () => Promise<T>, done: (result: T) => void = () => {}): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      done(await work());
      live.beat();
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      this.problem = cause;
    } finally {
      this.busy = false;
    }
  }
}
