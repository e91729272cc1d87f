// Builds the pages, or checks them ("check"); does nothing when nothing changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

process.chdir(dirname(fileURLToPath(import.meta.url)));
const built = 'target/classes/dev/outlay/web/index.html';
const tools = ['package.json', 'package-lock.json', '.npmrc'];
// The server's own description of itself; the types of the client are made of it, and are not kept.
const described = '../docs/reference/openapi.json';
const client = 'src/api/schema.ts';
const sources = ['index.html', 'vite.config.ts', 'svelte.config.js', 'tsconfig.json', ...files('public'), ...files('src').filter((file) => file !== client)];

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`the pages are built with Node 20 or newer; this is ${process.version}`);
}
step('install', tools, existsSync('node_modules/vite'), () => npm('ci', '--no-progress', '--loglevel=error'));
if (process.argv[2] === 'check') {
  step('client', [...tools, described], existsSync(client), () => npm('run', '--silent', 'api'));
  step('check', [...tools, ...sources, described], true, () => {
    npm('run', '--silent', 'check');
    npm('run', '--silent', 'test');
  });
} else {
  const pages = sources.filter((file) => !file.endsWith('.test.ts'));
  step('build', [...tools, ...pages], existsSync(built), () => {
    npm('run', '--silent', 'build', '--', '--logLevel', 'warn');
    shrink(dirname(built));
  });
}

/** Runs the work unless the stamp of the last success says that its inputs are the same. */
function step(name, inputs, usable, work) {
  const stamp = name === 'install' ? 'node_modules/.outlay-install' : `target/${name}.stamp`;
  const now = digest(inputs);
  if (usable && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/** Beside each file its compressed forms, so that no server has to make them. */
function shrink(folder) {
  for (const file of files(folder).filter((name) => /\.(js|css|html|svg)$/.test(name))) {
    const bytes = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

function digest(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function npm(...args) {
  const windows = process.platform === 'win32';
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', args, { stdio: 'inherit', shell: windows });
  if (run.error?.code === 'ENOENT') fail('npm is needed to build the pages, and it is not on the PATH');
  if (run.status !== 0) fail(`npm ${args.join(' ')} ended with ${run.status}`);
}

function fail(why) {
  console.error(`outlay-web: ${why}`);
  process.exit(1);
}
