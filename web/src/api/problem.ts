interface Body {
  title?: string;
  detail?: string;
  advice?: string;
  nearest?: string | string[];
}

/** What the server, or the way to it, said went wrong. */
export class Problem extends Error {
  constructor(
    /** 0 when no answer came at all. */
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly advice: string | undefined,
    readonly nearest: string | undefined,
    readonly url: string,
  ) {
    super(detail || title);
  }

  static async of(answer: Response): Promise<Problem> {
    const body: Body = await answer.json().catch(() => ({}));
    const nearest = Array.isArray(body.nearest) ? body.nearest.join(', ') : body.nearest;
    const title = body.title ?? `The server answered ${answer.status}`;
    return new Problem(answer.status, title, body.detail ?? '', body.advice, nearest, answer.url);
  }

  static unreachable(url: string): Problem {
    const advice = 'Is `outlay serve` still running? The page asks again by itself.';
    return new Problem(0, 'Outlay does not answer', `No answer from ${location.host}.`, advice, undefined, url);
  }

  /** For a report: everything in a few lines. */
  get details(): string {
    const lines = [`${this.status} ${this.title}`, this.detail, this.advice, this.nearest && `Nearest: ${this.nearest}`, this.url];
    return lines.filter(Boolean).join('\n');
  }
}
