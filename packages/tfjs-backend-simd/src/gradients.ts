import { getGradient, registerGradient } from '@tensorflow/tfjs-core';
import { GRADIENTS } from './generated/gradients.js';

/**
 * Makes sure that tfjs knows the gradients of its ops, for every backend. Its bundle for Node leaves them out; where
 * they are there already, nothing changes.
 *
 * @see tfjs-core 4.22, `src/register_all_gradients.ts`.
 */
export function registerGradients(): void {
  for (const gradient of GRADIENTS) if (getGradient(gradient.kernelName) == null) registerGradient(gradient);
}
