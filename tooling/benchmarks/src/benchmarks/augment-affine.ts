import { type RandomAffineOptions, randomAffine } from '@fashion-mnist/transforms';
import { imageFiles } from '../data/image-files.ts';
import { pythonPeer } from '../peers/python-peer.ts';
import type { Benchmark } from '../runner/benchmark.ts';
import { perSecond } from '../runner/per-second.ts';
import { timed } from '../runner/timed.ts';

/** Those of random_affine.py. */
const PLACEMENT: RandomAffineOptions = { degrees: 15, translate: [0.1, 0.1], scale: [0.8, 1.2], shearX: 10 };
/** What takes a peer about as long as ours takes for all. */
const PEER_IMAGES = 2000;
/** Images that ours takes at once. */
const BATCH = 256;
const OURS = 'randomAffine';
const TENSORS = 'torchvision, tensors';
const PICTURES = 'torchvision, PIL images';

/** One thread each, and each image with a placement of its own, as training asks for. */
export const augmentAffine: Benchmark = {
  name: 'augment-affine',
  question: 'How many images a second, turned, scaled, sheared and moved by chance, bilinear, on one thread?',
  async prepare(cleanup, { imageCount = 60_000 }) {
    const { samples, imagesPath } = await imageFiles(imageCount, cleanup);
    const peerImages = Math.min(PEER_IMAGES, imageCount);
    const peer = (name: string, backEnd: string) =>
      pythonPeer(name, 'random_affine.py', [imagesPath, String(peerImages), backEnd], cleanup);
    let epoch = 0;
    const ours = timed(OURS, () => placeInBatches(samples.data, epoch++));
    return [
      {
        title: '28 x 28 bytes',
        unit: 'images/s',
        contenders: [
          perSecond(ours, imageCount),
          perSecond(await peer(TENSORS, 'tensor'), peerImages),
          perSecond(await peer(PICTURES, 'PIL'), peerImages),
        ],
        targets: [
          { of: OURS, bound: { atLeast: 200_000 }, aim: 300_000 },
          { of: OURS, to: TENSORS, bound: { atLeast: 1 } },
          { of: OURS, to: PICTURES, bound: { atLeast: 1 } },
        ],
      },
    ];
  },
};

function placeInBatches(data: Uint8Array, epoch: number): void {
  const size = 28 * 28;
  for (let firstIndex = 0; firstIndex * size < data.length; firstIndex += BATCH) {
    const batch = data.subarray(firstIndex * size, (firstIndex + BATCH) * size);
    const images = { data: batch, shape: [batch.length / size, 28, 28] };
    randomAffine(images, { ...PLACEMENT, epoch, firstIndex });
  }
}
