import { ready, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll } from 'vitest';

/** Runs the tests of a file on the cpu backend, with the gradients, which tfjs-core's bundle for Node leaves out. */
export function useCpu(): void {
  beforeAll(async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    await import('@tensorflow/tfjs-layers');
    await setBackend('cpu');
    await ready();
  });
}
