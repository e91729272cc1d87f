import { address } from '../address/address.svelte';
import { PAGES } from '../address/pages';

export interface Shortcut {
  readonly keys: string;
  readonly does: string;
  readonly run: (key: string) => void;
}

const KEY = 'outlay.keys';

/** The keyboard map. A page adds its own while it is shown. Single letters can be switched off. */
class Keyboard {
  on = $state(localStorage.getItem(KEY) !== 'off');
  own = $state.raw<readonly Shortcut[]>([]);
  frame = $state.raw<readonly Shortcut[]>([]);
  private afterG = -Infinity;

  switch(on: boolean): void {
    this.on = on;
    localStorage.setItem(KEY, on ? 'on' : 'off');
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.on || writes(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const shortcut = this.find(event);
    if (!shortcut) return;
    event.preventDefault();
    shortcut();
  }

  private find(event: KeyboardEvent): (() => void) | undefined {
    if (event.timeStamp - this.afterG < 1500) return this.pageFor(event.key);
    if (event.key === 'g') return () => (this.afterG = event.timeStamp);
    const found = [...this.own, ...this.frame].find((one) => one.keys.split(' ').includes(event.key));
    return found && (() => found.run(event.key));
  }

  private pageFor(key: string): (() => void) | undefined {
    this.afterG = -Infinity;
    const page = PAGES.find((one) => one.key === key);
    return page && (() => address.go(page.path));
  }
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export const keyboard = new Keyboard();

/** The shortcuts of a page, while it is shown. */
export function shortcuts(list: () => readonly Shortcut[]): void {
  $effect(() => {
    const mine = list();
    keyboard.own = mine;
    // The next page may have put its own there before this one is gone.
    return () => {
      if (keyboard.own === mine) keyboard.own = [];
    };
  });
}
