import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const isWindows = process.platform === 'win32';

/** Says in one line what is being set up; stdout belongs to the job, whose output may be a JSON document. */
export function say(line) {
  console.error(`setup: ${line}`);
}

/**
 * Runs a command to its end and resolves with its exit code.
 * Ctrl-C reaches the child through the terminal; this process outlives it to hand its exit code on.
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: isWindows, ...options });
  const forward = (signal) => child.kill(signal);
  const ignore = () => {};
  process.on('SIGTERM', forward);
  process.on('SIGINT', ignore);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', ignore);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Runs a set-up step without its chatter. If it fails, prints what it said and ends the process with its exit code. */
export async function runQuietly(command, args, options = {}) {
  const said = [];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows,
    ...options,
  });
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  const text = Buffer.concat(said).toString();
  if (code !== 0) {
    console.error(text);
    say(`'${command} ${args.join(' ')}' failed with exit code ${code}`);
    process.exit(code);
  }
  return text;
}
