/** What the live region reads out, and the short message at the page's foot. */
class Announcer {
  /** Read out only. */
  spoken = $state('');
  /** Shown as well, for a while. */
  shown = $state('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    this.spoken = text;
  }

  show(text: string): void {
    this.spoken = text;
    this.shown = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.shown = ''), 4000);
  }
}

export const announcer = new Announcer();

/** Copies, and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announcer.show(`${what} copied`);
  } catch {
    announcer.show(`The browser did not let ${what.toLowerCase()} be copied`);
  }
}
