import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The packaged program as it is shipped, in a folder of its own, at a time that does not move. */
const packaged = resolve(import.meta.dirname, '../../../app/target/outlay');
const work = resolve(import.meta.dirname, '../../target/work');
const java = join(process.env.JAVA_HOME ?? '', 'bin/java');
const flags = `-XX:AOTCache=${packaged}/outlay.aot -Xlog:aot*=off -XX:+UseSerialGC`;

export const NOW = '2026-11-21T14:41:00Z';
export const demo = () => process.env.OUTLAY_DEMO ?? '';

/** A fresh home for each run; this file is read by workers too, which must not clear it. */
if (!process.env.TEST_WORKER_INDEX) rmSync(work, { recursive: true, force: true });

function program(name: string, command: string, says: RegExp) {
  const home = join(work, name);
  return {
    name,
    command: `mkdir -p ${home} && cd ${home} && exec ${java} ${flags} -jar ${packaged}/lib/outlay-app.jar ${command}`,
    env: { HOME: home, OUTLAY_NOW: NOW, XDG_DATA_HOME: '', XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '' },
    wait: { stdout: says },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
  };
}

export const programs = [
  program('demo', 'demo --port 0', /Outlay is at (?<outlay_demo>http\S+)/),
];
