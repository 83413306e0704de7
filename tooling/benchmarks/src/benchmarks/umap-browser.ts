import { findChromium } from '@fashion-mnist/config/chromium';
import { umap } from '@fashion-mnist/visualize';
import { openPage } from '../browser/open-page.ts';
import { type PageContenders, pageContenders } from '../browser/page-contenders.ts';
import { imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import { ourPool } from '../embedding/our-pool.ts';
import { timeComparison } from '../embedding/time-comparison.ts';
import { warmed } from '../embedding/warmed.ts';
import type { Benchmark, Comparison, Contender } from '../runner/benchmark.ts';
import { computed } from '../runner/computed.ts';

const EPOCHS = 200;
/** Chromium's speed as a multiple of Node's. */
const SPEED = { floor: 0.6, aim: 0.9 };
const FIRST_PICTURE_MS = 1000;
/** A frame at 60 Hz. */
const FRAME_MS = 16;

/** The same code on as many threads, and whether a page stays alive meanwhile. */
export const umapBrowser: Benchmark = {
  name: 'umap-browser',
  question: 'How fast is UMAP in a page, and does the page answer meanwhile?',
  rounds: 3,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const { samples, imagesPath } = await imageFiles(imageCount, cleanup);
    const pool = await ourPool(cleanup);
    let nodeMap = new Float32Array();
    const inNode = warmed(
      'Node',
      samples,
      (images) => umap(images, { nEpochs: EPOCHS, pool }),
      ({ coordinates }) => {
        nodeMap = Float32Array.from(coordinates.data);
      },
    );
    const title = `time, ${imageCountText(imageCount)}`;
    const chromiumPath = findChromium();
    if (chromiumPath === undefined) {
      const absent = { name: 'Chromium', reason: 'not installed; CHROMIUM_PATH may say where it is' };
      return [{ title, unit: 'ms', contenders: [absent, inNode] }];
    }
    const { page, browser } = await openPage(chromiumPath, imagesPath, cleanup);
    const name = `Chromium ${browser.version()}`;
    const inPage = pageContenders(name, page, { imageCount, epochs: EPOCHS });
    return [
      timeComparison(title, inPage.umap, inNode, SPEED),
      alone(
        'coordinates that differ from those in Node',
        '',
        differenceContender(name, inPage, () => nodeMap),
        0,
      ),
      alone('longest block of the main thread meanwhile', 'ms', longestBlock(name, inPage), FRAME_MS),
      alone('first picture: threads started, PCA, drawn', 'ms', inPage.firstPicture, FIRST_PICTURE_MS),
    ];
  },
};

function alone(title: string, unit: Comparison['unit'], contender: Contender, atMost: number): Comparison {
  return { title, unit, contenders: [contender], targets: [{ of: contender.name, bound: { atMost } }] };
}

function differenceContender(name: string, { maps }: PageContenders, nodeMap: () => Float32Array): Contender {
  return computed(name, () => {
    const expected = nodeMap();
    const got = maps.at(-1)?.coordinates ?? [];
    return expected.filter((coordinate, i) => coordinate !== got[i]).length;
  });
}

function longestBlock(name: string, { maps }: PageContenders): Contender {
  return computed(name, () => Math.max(...maps.map((map) => map.longestBlock)));
}
