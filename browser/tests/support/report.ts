import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** One line for each test that failed, with its cause, and one for all. */
export default class Report implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 };
  private readonly begun = Date.now();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'passed' || result.status === 'skipped') {
      this.counts[result.status]++;
      return;
    }
    this.counts.failed++;
    console.log(`FAILED ${test.titlePath().filter(Boolean).join(' › ')}`);
    result.errors.forEach((error) => console.log(plain(error.stack ?? error.message ?? '')));
    result.attachments.forEach((each) => each.path && console.log(`  ${each.name}: ${each.path}`));
  }

  /** What a measurement found. */
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onError(error: { message?: string; stack?: string }): void {
    console.log(plain(error.stack ?? error.message ?? ''));
  }

  onEnd(result: FullResult): void {
    const { passed, failed, skipped } = this.counts;
    const seconds = Math.round((Date.now() - this.begun) / 1000);
    const how = result.status === 'passed' ? '' : ` (${result.status})`;
    console.log(`browser tests: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s${how}`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

/** Without colours: logs are read as text. */
function plain(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
