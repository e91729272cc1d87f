import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The packaged program as it is shipped, each in a home of its own, at a time that does not move. */
const packaged = resolve(import.meta.dirname, '../../../app/target/outlay');
const work = resolve(import.meta.dirname, '../../target/work');
const java = join(process.env.JAVA_HOME ?? '/usr', 'bin/java');
const flags = `-XX:AOTCache=${packaged}/outlay.aot -Xlog:aot*=off -XX:+UseSerialGC -XX:TieredStopAtLevel=1`;

export const NOW = '2026-11-21T14:41:00Z';

/** Where they are, once they have said so. */
export const simulator = () => address('SIMULATOR');
export const demo = () => address('DEMO');
export const empty = () => address('EMPTY');
export const team = () => address('TEAM');

function address(name: string): string {
  return (process.env[`OUTLAY_${name}`] ?? '').replace('0.0.0.0', '127.0.0.1');
}

// This file is read by every worker too; only the first reader makes room.
if (!process.env.TEST_WORKER_INDEX) rmSync(work, { recursive: true, force: true });

/** One place that takes everything, and one that nobody is at. */
const destinations = `destinations:
  - name: lake
    to: csv://${work}/lake
    datasets: [workspaces, cost_report]
  - name: warehouse
    to: postgresql://outlay:a-secret@127.0.0.1:9/claude
`;

function program(name: string, command: string, says: RegExp, config = '') {
  const home = join(work, name);
  mkdirSync(home, { recursive: true });
  if (config) writeFileSync(join(home, 'outlay.yml'), config);
  return {
    name,
    command: `exec ${java} ${flags} -jar ${packaged}/lib/outlay-app.jar ${command} 2>&1`,
    cwd: home,
    env: { HOME: home, OUTLAY_NOW: NOW, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '' },
    wait: { stdout: says },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
  };
}

const at = (name: string) => new RegExp(`Outlay is at (?<outlay_${name}>http\\S+) until`);

export const programs = [
  program('demo', 'demo --port 0 --progress none', /In the browser:\s+(?<outlay_demo>http\S+)[^]*simulator is at (?<outlay_simulator>http\S+) /),
  program('empty', 'serve --port 0', at('empty'), destinations),
  program('team', 'serve --host 0.0.0.0 --port 0', new RegExp(`${at('team').source}[^]*Outlay ends: (?<outlay_setup>\\S+)\\s`)),
];
