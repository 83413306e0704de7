import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { drawingArguments, findChromium } from '@fashion-mnist/config/chromium';
import { pca } from '@fashion-mnist/visualize';
import { chromium, type Page } from 'playwright';
import { servePage } from '../browser/serve-page.ts';
import { imageFiles } from '../data/image-files.ts';
import { imageCountText } from '../embedding/image-count-text.ts';
import type { Benchmark, Cleanup, Comparison, Contender } from '../runner/benchmark.ts';
import type { ViewerWork } from '../viewer-page/viewer-work.ts';

const ROOT = fileURLToPath(new URL('../viewer-page/', import.meta.url));
/** 20 and 60 frames per second. */
const FRAME_MS = { floor: 50, aim: 1000 / 60 };

/** Maps of points in a page that draws on the processor. */
export const viewer: Benchmark = {
  name: 'viewer',
  question: 'How fast does the viewer draw all images, and find those under a pointer or in a lasso?',
  rounds: 5,
  async prepare(cleanup, { imageCount = 70_000 }) {
    const path = findChromium();
    const suffix = `, ${imageCountText(imageCount)}`;
    if (path === undefined) {
      const reason = 'no Chromium; CHROMIUM_PATH may say where it is';
      return [{ title: `frame${suffix}`, unit: 'ms', contenders: [{ name: 'ours', reason }] }];
    }
    const page = await openViewerPage(path, imageCount, cleanup);
    const dots = contenderOf('ours', page, (work) => work.frameOfDots('ours'));
    const regl = contenderOf('regl-scatterplot 1.16', page, (work) => work.frameOfDots('regl-scatterplot'));
    return [
      {
        title: `a frame of dots${suffix}`,
        unit: 'ms',
        contenders: [dots, regl],
        targets: [{ of: 'ours', bound: { atMost: FRAME_MS.floor }, aim: FRAME_MS.aim }],
      },
      alone(`a frame of pictures${suffix}`, page, (work) => work.frameOfPictures(), FRAME_MS.floor),
      alone(`the point under a pointer${suffix}`, page, (work) => work.pick(), 10),
      alone(`a lasso around 10,000${suffix}`, page, (work) => work.lasso().time, 30),
    ];
  },
};

type Ask = (work: ViewerWork) => number | Promise<number>;

function alone(title: string, page: Page, ask: Ask, atMost: number): Comparison {
  return {
    title,
    unit: 'ms',
    contenders: [contenderOf('ours', page, ask)],
    targets: [{ of: 'ours', bound: { atMost } }],
  };
}

/** The question travels to the page as text. */
function contenderOf(name: string, page: Page, ask: Ask): Contender {
  return {
    name,
    measure: () => page.evaluate(`(${String(ask)})(globalThis.viewerWork)`),
    warmUp: async () => {},
  };
}

async function openViewerPage(executablePath: string, imageCount: number, cleanup: Cleanup): Promise<Page> {
  const { samples, imagesPath: images, labelsPath: labels, pathFor } = await imageFiles(imageCount, cleanup);
  const map = await pca(samples);
  const coordinates = pathFor('coordinates');
  await writeFile(coordinates, new Uint8Array(map.coordinates.data.buffer));
  const url = await servePage(ROOT, { images, labels, coordinates }, cleanup);
  const browser = await chromium.launch({ executablePath, args: [...drawingArguments] });
  cleanup.defer(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  page.setDefaultTimeout(0);
  const failure = new Promise<never>((_, reject) => page.once('pageerror', reject));
  failure.catch(() => {});
  await page.goto(url);
  await Promise.race([page.waitForFunction(() => globalThis.viewerWork !== undefined), failure]);
  return page;
}
