import { registerSimdBackend, type SimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import { engine, setBackend } from '@tensorflow/tfjs-core';
import { startTraining } from '../src/testing/start-training.ts';

registerSimdBackend({ threads: 3 });
await setBackend('simd');
const training = startTraining();
const losses = Array.from({ length: 10 }, () => training.step());
postMessage({ threads: (engine().backend as SimdBackend).threads, losses });
