import { drawingArguments, findChromium } from '@fashion-mnist/config/chromium';
import { chromium, type Page } from 'playwright';
import { type FirstPicture, seeFirstPicture } from '../demo/first-picture.ts';
import { serveDemo } from '../demo/serve-demo.ts';
import {
  longestTaskOfNewMap,
  longestTaskOfTraining,
  memoryOf,
  nearestAfterClick,
  openMap,
  openNewMap,
  openSomeImage,
} from '../demo/visit.ts';
import type { Benchmark, Comparison } from '../runner/benchmark.ts';

const NAME = 'the page';
/** Browsers report longer tasks only; 0 says that there was none. */
const BLOCK_MS = 50;

/** What a visitor of the page waits for, over the data and the server that a user has. */
export const demo: Benchmark = {
  name: 'demo',
  question: 'How soon does the page show all images, and does it answer while it computes?',
  rounds: 5,
  async prepare(cleanup) {
    const executablePath = findChromium();
    if (executablePath === undefined) {
      const reason = 'no Chromium; CHROMIUM_PATH may say where it is';
      return [{ title: 'first picture', unit: 'ms', contenders: [{ name: NAME, reason }] }];
    }
    const address = await serveDemo(cleanup);
    const browser = await chromium.launch({ executablePath, args: [...drawingArguments] });
    cleanup.defer(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openMap(page, address);
    await openSomeImage(page);

    const seen: FirstPicture[] = [];
    const firstPicture = async () => {
      const picture = await seeFirstPicture(browser, address);
      seen.push(picture);
      return picture.ms;
    };
    const kilobytesOf = (part: 'bytes' | 'scriptBytes') => () => (seen.at(-1)?.[part] ?? Number.NaN) / 1000;
    const onPage = (measure: (page: Page, address: string) => Promise<number>) => () =>
      measure(page, address);
    return [
      within(1500, 'ms', 'first picture of 70,000 points, 10 Mbit/s and 40 ms', firstPicture),
      within(1000, 'KB', 'sent until then', kilobytesOf('bytes')),
      within(150, 'KB', 'scripts among it', kilobytesOf('scriptBytes')),
      within(80, 'ms', 'from a click until the nearest images are listed', onPage(nearestAfterClick)),
      within(400, 'MB', 'memory with all images', onPage(memoryOf)),
      within(
        BLOCK_MS,
        'ms',
        'longest task of the main thread while UMAP runs',
        onPage(longestTaskOfNewMap),
        () => openNewMap(page),
      ),
      within(BLOCK_MS, 'ms', 'the same while a network trains', onPage(longestTaskOfTraining)),
    ];
  },
};

function within(
  atMost: number,
  unit: Comparison['unit'],
  title: string,
  measure: () => number | Promise<number>,
  warmUp: () => void | Promise<void> = () => {},
): Comparison {
  return {
    title,
    unit,
    contenders: [{ name: NAME, warmUp, measure }],
    targets: [{ of: NAME, bound: { atMost } }],
  };
}
