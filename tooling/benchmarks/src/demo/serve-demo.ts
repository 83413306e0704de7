import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../data/temporary-folder.ts';
import type { Cleanup } from '../runner/benchmark.ts';

const CLI = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
const FLAGS = ['--conditions=@fashion-mnist/source', '--disable-warning=ExperimentalWarning'];

/** Serves the page as it is built, by `fashion-mnist serve`, with every map and its quality. @returns Its address. */
export async function serveDemo(cleanup: Cleanup): Promise<string> {
  await fillMaps(cleanup);
  const server = startCli(['serve', 'fashion-mnist', '--port', '0', '--json']);
  cleanup.defer(async () => {
    server.kill('SIGINT');
    await once(server, 'exit');
  });
  return addressOf(server);
}

/** A server computes missing maps while it serves: a site on disk has all, and they are kept. */
async function fillMaps(cleanup: Cleanup): Promise<void> {
  const folder = await temporaryFolder(cleanup);
  const site = startCli(['serve', 'fashion-mnist', '--out', folder, '--force', '--quiet']);
  const [code] = await once(site, 'exit');
  if (code !== 0) throw new Error(`expected the maps to be computed, got exit code ${code}`);
}

function startCli(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...FLAGS, CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** From the only document of the server, which comes once it listens. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout ?? []) {
    text += String(chunk);
    const address = /"address":\s*"([^"]+)"/.exec(text)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`expected the server to say its address, got '${text}'`);
}
