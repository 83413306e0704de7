import { EXIT } from '../exit-code.ts';

/** Ctrl-C and termination as a signal that running work obeys. */
export interface Interrupts {
  readonly signal: AbortSignal;
  /** Set once the process was interrupted. */
  readonly exitCode: number | undefined;
  dispose(): void;
}

export function watchInterrupts(): Interrupts {
  const controller = new AbortController();
  let exitCode: number | undefined;
  const stopWith = (code: number) => () => {
    exitCode ??= code;
    controller.abort(new Error('interrupted'));
  };
  const handlers = { SIGINT: stopWith(EXIT.interrupted), SIGTERM: stopWith(EXIT.terminated) };
  for (const [name, handler] of Object.entries(handlers)) process.on(name, handler);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    dispose() {
      for (const [name, handler] of Object.entries(handlers)) process.off(name, handler);
    },
  };
}
