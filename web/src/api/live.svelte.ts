import { BASE } from './client';

export interface Progress {
  connection_id: string;
  dataset: string;
  done: number;
  total: number;
}

/** What the server tells by itself: that a sync was committed, and how far one is. */
class Live {
  /** Grows with each commit and each return to a page that was hidden; an ask that reads it is asked again. */
  pulse = $state(0);
  connected = $state(true);
  progress = $state<Record<string, Progress>>({});
  private behind = false;
  private lost = false;

  start(): void {
    const events = new EventSource(`${BASE}/events`);
    events.addEventListener('commit', () => this.beat());
    events.addEventListener('progress', (event) => this.note(JSON.parse(event.data)));
    events.onopen = () => this.opened();
    events.onerror = () => this.broke();
    document.addEventListener('visibilitychange', () => this.seen());
    addEventListener('pagehide', () => events.close());
  }

  beat(): void {
    if (document.visibilityState === 'hidden') this.behind = true;
    else this.pulse++;
  }

  private note(progress: Progress): void {
    this.progress[`${progress.connection_id} ${progress.dataset}`] = progress;
  }

  private opened(): void {
    this.connected = true;
    if (this.lost) this.beat();
    this.lost = false;
  }

  private broke(): void {
    this.connected = false;
    this.lost = true;
  }

  private seen(): void {
    if (document.visibilityState === 'visible' && this.behind) {
      this.behind = false;
      this.pulse++;
    }
  }
}

export const live = new Live();
