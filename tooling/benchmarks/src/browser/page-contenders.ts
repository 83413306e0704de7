import type { Page } from 'playwright';
import { WARM_UP_COUNT } from '../embedding/warmed.ts';
import type { Contender } from '../runner/benchmark.ts';
import type { PageMap } from './page-work.ts';

/** A page as contenders. */
export interface PageContenders {
  /** The time of a UMAP map of all images. */
  readonly umap: Contender;
  /** The time until a map of principal components is seen. */
  readonly firstPicture: Contender;
  /** What the page found at each measurement of `umap`. */
  readonly maps: readonly PageMap[];
}

/** @param name - Of the browser. */
export function pageContenders(
  name: string,
  page: Page,
  { imageCount, epochs }: { readonly imageCount: number; readonly epochs: number },
): PageContenders {
  const maps: PageMap[] = [];
  const mapOf = async (count: number) => {
    const map = await page.evaluate((asked) => globalThis.pageWork?.umap(asked.count, asked.epochs), {
      count,
      epochs,
    });
    if (map === undefined) throw new Error('expected the page to have loaded its images');
    return map;
  };
  return {
    maps,
    umap: {
      name,
      warmUp: async () => void (await mapOf(WARM_UP_COUNT)),
      async measure() {
        const map = await mapOf(imageCount);
        maps.push(map);
        return map.time;
      },
    },
    firstPicture: {
      name,
      measure: async () => (await page.evaluate(() => globalThis.pageWork?.firstPicture())) ?? Number.NaN,
    },
  };
}
