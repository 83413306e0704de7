import { compose, type Pipeline } from '@fashion-mnist/transforms';
import { imageFiles } from '../data/image-files.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark } from '../runner/benchmark.ts';
import { perSecond } from '../runner/per-second.ts';
import { timed } from '../runner/timed.ts';

const IMAGE_SIZE = 28 * 28;
/** What takes a peer about as long as ours takes for all. */
const PEER_IMAGES = 4000;
/** Passes of ours through all images, as training makes them one after the other. */
const EPOCHS = 8;
/** Images that ours takes at once. */
const BATCH = 1024;
const OURS = 'pipeline';
const NEW_MEMORY = 'pipeline, new memory for each batch';
const TENSORS = 'torchvision, tensors';
const PICTURES = 'torchvision, PIL images';

/** One thread each, and each image with random numbers of its own, as training asks for. */
export const augmentChain: Benchmark = {
  name: 'augment-chain',
  question: 'How many images a second, cropped, flipped, normalised and erased by chance, on one thread?',
  async prepare(cleanup, { imageCount = 60_000 }) {
    const { samples, imagesPath } = await imageFiles(imageCount, cleanup);
    const peerImages = Math.min(PEER_IMAGES, imageCount);
    const peer = (name: string, backEnd: string) =>
      pythonPeer(name, 'augment_chain.py', [imagesPath, String(peerImages), backEnd], cleanup);
    const pipeline = chain();
    const memory = new Float32Array(BATCH * IMAGE_SIZE);
    let epoch = 0;
    const ours = (name: string, into?: Float32Array) =>
      timed(name, async () => {
        for (let pass = 0; pass < EPOCHS; pass++) await applyInBatches(pipeline, samples.data, epoch++, into);
      });
    return [
      {
        title: '28 x 28 bytes to float32: crop (padding 4), flip, normalise, erase',
        unit: 'images/s',
        contenders: [
          perSecond(ours(OURS, memory), EPOCHS * imageCount),
          perSecond(ours(NEW_MEMORY), EPOCHS * imageCount),
          perSecond(await peer(TENSORS, 'tensor'), peerImages),
          perSecond(await peer(PICTURES, 'PIL'), peerImages),
        ],
        targets: [
          { of: OURS, bound: { atLeast: 1_000_000 }, aim: 2_000_000 },
          { of: OURS, to: TENSORS, bound: { atLeast: 1 } },
          { of: OURS, to: PICTURES, bound: { atLeast: 1 } },
        ],
      },
    ];
  },
};

/** The steps of augment_chain.py, with torchvision's defaults. */
function chain(): Pipeline {
  return compose([
    { operation: 'random-crop', padding: 4 },
    { operation: 'random-flip' },
    { operation: 'normalize' },
    { operation: 'random-erasing' },
  ]);
}

async function applyInBatches(
  pipeline: Pipeline,
  data: Uint8Array,
  epoch: number,
  into: Float32Array | undefined,
): Promise<void> {
  for (let firstIndex = 0; firstIndex * IMAGE_SIZE < data.length; firstIndex += BATCH) {
    const batch = data.subarray(firstIndex * IMAGE_SIZE, (firstIndex + BATCH) * IMAGE_SIZE);
    const images = { data: batch, shape: [batch.length / IMAGE_SIZE, 28, 28] };
    if (into === undefined) await pipeline.apply(images, { epoch, firstIndex });
    else await pipeline.apply(images, { epoch, firstIndex, into: into.subarray(0, batch.length) });
  }
}
