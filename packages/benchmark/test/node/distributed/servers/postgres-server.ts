import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './server-process.ts';
import { openTestServer, type TestServer } from './test-server.ts';

/** After a crash, to sync the file system is swifter by far than to sync every file of the cluster. */
const SWIFT_RECOVERY = process.platform === 'linux' ? ['-c', 'recovery_init_sync_method=syncfs'] : [];

/** Starts a PostgreSQL with a new and empty cluster. */
export async function openPostgres(program: string): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'fashion-mnist-postgres-'));
  const data = join(folder, 'data');
  const account = unprivilegedAccount();
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  const initdb = join(dirname(program), 'initdb');
  await promisify(execFile)(
    initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '--no-sync'],
    {
      cwd: folder,
      ...account,
    },
  );
  return openTestServer({
    folder,
    // An immediate shutdown: nothing is saved, the next start recovers from the write-ahead log.
    crashSignal: 'SIGQUIT',
    url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    command: (port) => ({
      program,
      folder,
      account,
      readyMessage: 'database system is ready to accept connections',
      args: ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder, ...SWIFT_RECOVERY],
    }),
  });
}

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== undefined);
  const uid = user && idOf('-u', user);
  const gid = user && idOf('-g', user);
  return uid && gid ? { uid, gid } : undefined;
}

function idOf(kind: '-u' | '-g', user: string): number | undefined {
  try {
    return Number(execFileSync('id', [kind, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
