export type Theme = 'system' | 'light' | 'dark';

const KEY = 'outlay.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Chosen by the reader; /theme.js sets the same before the first paint. */
class Look {
  chosen = $state<Theme>(stored());
  shown = $state<'light' | 'dark'>(document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

  constructor() {
    dark.addEventListener('change', () => this.apply());
  }

  choose(theme: Theme): void {
    this.chosen = theme;
    localStorage.setItem(KEY, theme);
    this.apply();
  }

  next(): Theme {
    const order: Theme[] = ['system', 'light', 'dark'];
    this.choose(order[(order.indexOf(this.chosen) + 1) % order.length]);
    return this.chosen;
  }

  private apply(): void {
    this.shown = this.chosen === 'dark' || (this.chosen === 'system' && dark.matches) ? 'dark' : 'light';
    document.documentElement.dataset.theme = this.shown;
  }
}

function stored(): Theme {
  const found = localStorage.getItem(KEY);
  return found === 'light' || found === 'dark' ? found : 'system';
}

export const look = new Look();
