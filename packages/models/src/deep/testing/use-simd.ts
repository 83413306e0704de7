import { ready, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll } from 'vitest';

/** Runs the tests of a file on our own backend. */
export function useSimd(): void {
  beforeAll(async () => {
    await import('@fashion-mnist/tfjs-backend-simd');
    await setBackend('simd');
    await ready();
  });
}
