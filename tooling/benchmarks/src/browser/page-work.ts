/** What the page does when it is asked; times are milliseconds as the page sees them. */
export interface PageWork {
  /** Whether threads can share memory here. */
  readonly isIsolated: boolean;
  /** From images in memory to their two principal axes drawn and shown, with threads that start for it. */
  firstPicture(): Promise<number>;
  /** A UMAP map of the first images, by threads that stay. */
  umap(imageCount: number, epochs: number): Promise<PageMap>;
}

export interface PageMap {
  readonly time: number;
  /** The longest time for which the main thread could not answer while the map was made. */
  readonly longestBlock: number;
  readonly coordinates: readonly number[];
}

/** The page's global variable; there when its images are loaded. */
declare global {
  var pageWork: PageWork | undefined;
}
