import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { findFreePort, type ServerCommand, startServer, stopServer } from './server-process.ts';

const PORT_TRIES = 5;

/** A server of a queue on loopback, with a folder of its own. */
export interface TestServer {
  readonly url: string;
  /** Starts it with the data that it had. */
  start(): Promise<void>;
  /** Ends it as a crash would: it has no chance to save anything. */
  crash(): Promise<void>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

export interface TestServerDescription {
  readonly folder: string;
  readonly crashSignal: NodeJS.Signals;
  command(port: number): ServerCommand;
  url(port: number): string;
}

/** Starts a server on a free port. */
export async function openTestServer(description: TestServerDescription): Promise<TestServer> {
  const { folder, crashSignal } = description;
  let { port, server }: { port: number; server: ChildProcess | undefined } =
    await startOnFreePort(description);
  return {
    url: description.url(port),
    async start() {
      server = await startServer(description.command(port));
    },
    async crash() {
      await stopServer(server, crashSignal);
    },
    async remove() {
      await stopServer(server, crashSignal);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startOnFreePort(
  description: TestServerDescription,
): Promise<{ port: number; server: ChildProcess }> {
  for (let tries = 1; ; tries++) {
    const port = await findFreePort();
    try {
      return { port, server: await startServer(description.command(port)) };
    } catch (error) {
      if (tries === PORT_TRIES) throw error;
    }
  }
}
