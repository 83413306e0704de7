import type { Browser, BrowserContextOptions } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, openPage, type WatchedPage } from './browser.ts';
import { type DataFiles, madeData } from './made-data.ts';
import { type ServedPage, type ServeOptions, servePage } from './serve-page.ts';

/** The served page, and a browser that visits it. */
export interface Site {
  readonly browser: Browser;
  /** Ends with a slash. */
  readonly address: string;
  /** Opens a part of the page, as `#/train`; the first one by default. */
  readonly open: (hash?: string, options?: BrowserContextOptions) => Promise<WatchedPage>;
  /** Opens an empty page, where requests can be caught before the page is visited. */
  readonly openBlank: () => Promise<WatchedPage>;
}

export interface SiteOptions extends ServeOptions {
  /** @default made data of both datasets */
  readonly data?: DataFiles;
  readonly browserArguments?: readonly string[];
}

/** Has a site for the tests of a `describe`, from before the first to after the last. */
export function useServedPage({ data = madeData(), browserArguments, ...options }: SiteOptions = {}): Site {
  let browser: Browser | undefined;
  let served: ServedPage | undefined;

  beforeAll(async () => {
    browser = await launchBrowser(browserArguments);
    served = await servePage(data, options);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const site: Site = {
    get browser() {
      return running(browser);
    },
    get address() {
      return running(served).address;
    },
    open: (hash = '', contextOptions) => openPage(site.browser, `${site.address}${hash}`, contextOptions),
    openBlank: () => openPage(site.browser, 'about:blank'),
  };
  return site;
}

function running<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('expected a test of the describe that has the site');
  return thing;
}
