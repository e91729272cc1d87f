import { address } from '../address/address.svelte';
import { resolved } from '../ask/asked.svelte';
import { shifted } from '../ask/period';
import { announcer, copy } from './announce.svelte';
import type { Shortcut } from './keys.svelte';
import { look } from './theme.svelte';

interface Doors {
  help: () => void;
  period: () => void;
}

/** The shortcuts that hold on every page. */
export function frameShortcuts(doors: Doors): Shortcut[] {
  return [
    { keys: '?', does: 'this help', run: doors.help },
    { keys: '[', does: 'period before', run: () => shift(-1) },
    { keys: ']', does: 'period after', run: () => shift(1) },
    { keys: 't', does: 'choose the period', run: doors.period },
    { keys: 'v', does: 'comparison on or off', run: compare },
    { keys: 'y', does: 'copy the link', run: () => void copy(location.href, 'Link') },
    { keys: 'f', does: 'full screen', run: full },
    { keys: '.', does: 'light, dark, as the system', run: () => announcer.show(`Appearance: ${look.next()}`) },
  ];
}

function shift(by: -1 | 1): void {
  if (resolved.span) address.set({ period: shifted(resolved.span, address.get('zone'), by), zoom: '' });
}

function compare(): void {
  address.set({ compare: address.get('compare') === 'none' ? 'previous' : 'none' });
}

function full(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen();
}
