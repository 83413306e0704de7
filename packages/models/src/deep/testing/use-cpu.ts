import '@tensorflow/tfjs-backend-cpu';
// Registers the gradients, which tfjs-core's bundle for Node leaves out.
import '@tensorflow/tfjs-layers';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll } from 'vitest';

/** Runs the tests of a file on the cpu backend. */
export function useCpu(): void {
  beforeAll(async () => {
    await setBackend('cpu');
    await ready();
  });
}
