import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** User and group of a process. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** What the server prints once it takes connections. */
  readonly readyMessage: string;
  readonly account?: Account | undefined;
}

/**
 * Starts a server and waits until it takes connections.
 *
 * @throws what the server printed, where it ended before that.
 */
export function startServer(command: ServerCommand): Promise<ChildProcess> {
  const { program, args, folder, readyMessage, account } = command;
  const server = spawn(program, args, { cwd: folder, env: { ...process.env, LC_ALL: 'C' }, ...account });
  const killServer = () => server.kill('SIGKILL');
  process.once('exit', killServer);
  server.once('exit', () => process.off('exit', killServer));
  let printed = '';
  return new Promise((resolve, reject) => {
    const read = (text: Buffer) => {
      printed += text.toString();
      if (printed.includes(readyMessage)) resolve(server);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${printed}`)));
  });
}

export async function stopServer(server: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

/** A port that nobody listens on now; somebody else may take it before it is used. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected an address with a port');
  return address.port;
}
