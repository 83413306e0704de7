/** What the page does when it is asked; times are milliseconds as the page sees them. */
export interface ViewerWork {
  /** Time per frame while a map of all points as dots moves under the camera for two seconds. */
  frameOfDots(viewer: 'ours' | 'regl-scatterplot'): Promise<number>;
  /** Time per frame while pictures move by. */
  frameOfPictures(): Promise<number>;
  /** The median time to find the point under a pointer. */
  pick(): number;
  /** The time to find some 10,000 points within a drawn outline. */
  lasso(): { readonly time: number; readonly count: number };
}

/** The page's global variable; there when its points are loaded. */
declare global {
  var viewerWork: ViewerWork | undefined;
}
