import { createWorkerPool } from '@fashion-mnist/kernels';
import { pca, umap } from '@fashion-mnist/visualize';
import { firstImages } from '../data/first-images.ts';
import { THREADS } from '../threads.ts';
import { drawPoints } from './draw-points.ts';
import type { PageWork } from './page-work.ts';
import { watchMainThread } from './watch-main-thread.ts';

const PIXEL_COUNT = 28 * 28;

const data = new Uint8Array(await (await fetch('./images')).arrayBuffer());
const samples = { data, shape: [data.length / PIXEL_COUNT, PIXEL_COUNT] };
const pool = await createWorkerPool({ threads: THREADS });
const canvas = document.querySelector('canvas') as HTMLCanvasElement;

globalThis.pageWork = {
  isIsolated: crossOriginIsolated,
  async firstPicture() {
    const start = performance.now();
    const ownPool = await createWorkerPool({ threads: THREADS });
    const { coordinates } = await pca(samples, { pool: ownPool });
    drawPoints(canvas, coordinates.data);
    await nextFrame();
    const elapsed = performance.now() - start;
    await ownPool.dispose();
    return elapsed;
  },
  async umap(imageCount, epochs) {
    const stopWatching = watchMainThread();
    const start = performance.now();
    const { coordinates } = await umap(firstImages(samples, imageCount), { nEpochs: epochs, pool });
    const time = performance.now() - start;
    return { time, longestBlock: stopWatching(), coordinates: Array.from(coordinates.data) };
  },
} satisfies PageWork;

/** What is drawn is shown when the frame after it begins. */
async function nextFrame(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
