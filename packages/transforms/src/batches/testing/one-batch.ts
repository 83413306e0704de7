/** A program that prints the shape of a batch which a worker has prepared. */
import { createBatchSource } from '../create-batch-source.ts';

const source = createBatchSource({
  images: { data: new Uint8Array(2 * 4), shape: [2, 2, 2] },
  labels: new Uint8Array(2),
  classCount: 1,
  pipeline: { steps: [{ operation: 'normalize' }] },
});
for await (const { inputs } of source.batches(0)) console.log(inputs.shape.join());
await source.dispose();
