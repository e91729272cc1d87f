import { decimal, round, text } from '../../figure/decimal';

/** "91.4 %" of "91.4000"; a dash where it is not known. */
export function share(percent: string | undefined): string {
  if (percent === undefined) return '—';
  const shown = round(decimal(percent), 1);
  return shown.digits === 0n && decimal(percent).digits !== 0n ? '< 0.1 %' : `${text(shown)} %`;
}
