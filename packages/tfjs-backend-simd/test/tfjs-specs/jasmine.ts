import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';

/** The part of Jasmine that tfjs's specs use, in terms of vitest. */

type Done = (() => void) & { fail: (reason?: unknown) => void };
type SpecFunction = ((done: Done) => unknown) | (() => unknown);

const spies: Mock[] = [];

/** Makes the globals that specs use. */
export function installJasmine(): void {
  expect.extend({
    toBe,
    toBeTrue: (received) => toBe(received, true),
    toBeFalse: (received) => toBe(received, false),
  });
  afterEach(() => restore(spies.splice(0)));
  Object.assign(globalThis, {
    describe,
    it: (title: string, run: SpecFunction, timeout?: number) => it(title, () => promised(run), timeout),
    xit: (title: string) => it.skip(title),
    beforeAll: (run: SpecFunction) => beforeAll(() => untilTheEnd(run)),
    beforeEach: (run: SpecFunction) => beforeEach(async () => void (await promised(run))),
    afterEach: (run: SpecFunction) => afterEach(async () => void (await promised(run))),
    afterAll: (run: SpecFunction) => afterAll(async () => void (await promised(run))),
    expect: (...received: readonly unknown[]) =>
      received.length === 0 ? { nothing: () => {} } : expect(received[0]),
    expectAsync,
    fail: (message: string) => expect.fail(message),
    spyOn,
    jasmine: { arrayWithExactContents: expect.arrayContaining },
  });
}

/** Jasmine tells 0 and -0 not apart. */
function toBe(received: unknown, expected: unknown) {
  return {
    pass: received === expected,
    message: () => `expected ${String(expected)}, got ${String(received)}`,
  };
}

/** Spies that are made before all specs of a suite stay until its end. */
async function untilTheEnd(run: SpecFunction): Promise<() => void> {
  await promised(run);
  const made = spies.splice(0);
  return () => restore(made);
}

function restore(made: readonly Mock[]): void {
  for (const spy of made) spy.mockRestore();
}

function promised(run: SpecFunction): unknown {
  if (run.length === 0) return (run as () => unknown)();
  return new Promise<void>((resolve, reject) => {
    const fail = (reason: unknown = new Error('done.fail')) =>
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    const result = run(Object.assign(() => resolve(), { fail }));
    if (result instanceof Promise) result.catch(fail);
  });
}

function expectAsync(promise: Promise<unknown>) {
  return {
    toBeRejected: () => expect(promise).rejects.toBeDefined(),
    toBeRejectedWithError: (message: string | RegExp) => expect(promise).rejects.toThrow(message),
  };
}

/** Jasmine's spies do nothing until they are told what to do. */
function spyOn(target: Record<string, () => unknown>, method: string): unknown {
  const original = target[method];
  const spy = vi.spyOn(target, method).mockImplementation(() => undefined);
  spies.push(spy);
  return Object.assign(spy, { and: strategies(spy, original), calls: callsOf(spy) });
}

function strategies(spy: Mock, original: (() => unknown) | undefined) {
  return {
    callThrough: () => spy.mockImplementation(original as () => unknown),
    callFake: (fake: () => unknown) => spy.mockImplementation(fake),
    returnValue: (value: unknown) => spy.mockImplementation(() => value),
  };
}

function callsOf(spy: Mock) {
  const { mock } = spy;
  return {
    count: () => mock.calls.length,
    first: () => ({ args: mock.calls.at(0) }),
    mostRecent: () => ({ args: mock.calls.at(-1) }),
  };
}
