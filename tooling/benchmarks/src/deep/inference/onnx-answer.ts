import { exportOnnx, type Network } from '@fashion-mnist/models/deep';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import type { Answer } from './answer.ts';

/** By onnxruntime-web on one thread: in Node it has no more. @param pixels - 784 an image. */
export async function onnxAnswer(network: Network, pixels: Float32Array): Promise<Answer> {
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(exportOnnx(network));
  return async (batchSize) => {
    const input = new Tensor('float32', pixels.subarray(0, batchSize * 784), [batchSize, 1, 28, 28]);
    const { output } = await session.run({ input });
    return (await output?.getData()) as Float32Array;
  };
}
