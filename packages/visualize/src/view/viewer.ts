import type { NdArray } from '@fashion-mnist/core';

/** What a viewer shows and how. */
export interface ViewerOptions {
  /** The class of each image, one per id; kept, must not change. */
  readonly labels: Uint8Array;
  /** Names in label order. */
  readonly classNames: readonly string[];
  /** Height times width is at most 2,048. @default [28, 28] */
  readonly imageShape?: readonly [height: number, width: number];
  /** CSS colours in label order; they start again when there are more classes. @default CLASS_COLORS */
  readonly colors?: readonly string[];
  /** `auto`: WebGL2 where it is there, else a 2D canvas that thins the points while it moves. @default 'auto' */
  readonly renderer?: 'auto' | 'webgl2' | 'canvas2d';
  /** Milliseconds a change of layout takes; 0 where the reader wants less motion. @default 800 */
  readonly transitionMs?: number;
  /** Accessible name of the map. @default 'Map of images' */
  readonly label?: string;
}

/** Where the images lie on a map. */
export interface ViewerLayout {
  /** `x0, y0, x1, y1, ...` of all ids, in any unit, y upward; NaN: not on this map. Borrowed. */
  readonly positions: Float32Array;
}

/** What part of the map is seen. A layout is centred on 0 and scaled so that its longer side spans -1..1. */
export interface ViewerCamera {
  /** What is in the middle, in map units. */
  readonly x: number;
  /** Grows upward. */
  readonly y: number;
  /** CSS pixels per map unit. */
  readonly scale: number;
}

/** What dragging does. */
export type ViewerTool = 'pan' | 'lasso' | 'box';

/** An image that is not in the dataset, at a place of the layout that is shown. */
export interface ViewerGuest {
  /** In the unit of the layout that was set last. */
  readonly x: number;
  readonly y: number;
  /** Bytes of one image; without them the guest is a disc. */
  readonly image?: Uint8Array;
  readonly name: string;
}

/** What a viewer tells its listeners. Places are CSS pixels from the top left corner of the container. */
export interface ViewerEvents {
  /** The image under the pointer or with the keyboard focus; `undefined` when there is none any more. */
  readonly hover: {
    readonly id: number | undefined;
    readonly x: number;
    readonly y: number;
    readonly by: 'mouse' | 'touch' | 'keyboard';
  };
  /** Click, tap or Enter on an image. */
  readonly open: { readonly id: number };
  /** The reader has changed the selection; `ids` is all of it, ascending. */
  readonly select: { readonly ids: Uint32Array; readonly by: 'lasso' | 'box' | 'pick' | 'keyboard' };
  /** At most once per frame. */
  readonly camera: ViewerCamera;
  /** The tool has changed, by its key or by `setTool`. */
  readonly tool: ViewerTool;
  /** The graphics driver took the pictures away; nothing is drawn until `contextrestored`. */
  readonly contextlost: undefined;
  readonly contextrestored: undefined;
}

/** How the last frames went. */
export interface ViewerStats {
  /** Over the last moving frames. */
  readonly framesPerSecond: number;
  /** Time on the main thread of the last frame. */
  readonly frameMs: number;
  /** Images in view that were drawn as dots; on a slow device not all of them while something moves. */
  readonly dots: number;
  /** Images in view that were drawn as pictures. */
  readonly pictures: number;
}

/** A map of images in a container: dots from afar, pictures from near. It draws only when something changes. */
export interface Viewer {
  readonly renderer: 'webgl2' | 'canvas2d';
  /**
   * Hands over the pictures of the ids `first..first + n - 1`, which are uploaded piece by piece.
   *
   * @param images - Bytes, shape `[n, height, width]`; kept without copying, must not change.
   * @param first - Id of the first image. @default 0
   * @throws {VisualizeError} `E_SHAPE` when the shape is not that of the options or there are more images than ids.
   */
  setImages(images: NdArray<Uint8Array>, first?: number): void;
  /**
   * Shows a layout.
   *
   * @param options.animate - Let the points move there. @default true
   * @param options.fit - Let the camera show all of it. By default only the first time.
   * @throws {VisualizeError} `E_SHAPE` when there are not two coordinates per id.
   */
  setLayout(layout: ViewerLayout, options?: { readonly animate?: boolean; readonly fit?: boolean }): void;
  /**
   * Shows a layout that is being computed: no animation, at most one upload per frame.
   *
   * @param positions - Read at the next frame, so that the same array may be filled again and again.
   * @throws {VisualizeError} `E_SHAPE` when there are not two coordinates per id.
   */
  updateLayout(positions: Float32Array): void;
  /**
   * Colours the images by other labels, such as predicted classes.
   *
   * @throws {VisualizeError} `E_SHAPE` or `E_OPTION` when there is not one known class per id.
   */
  setLabels(labels: Uint8Array): void;
  /** Shows some classes only; one entry per class. */
  setVisibleClasses(visible: readonly boolean[]): void;
  /**
   * Shows some images only.
   *
   * @param mask - 1 per id that may be seen; `undefined`: all.
   * @throws {VisualizeError} `E_SHAPE` when there is not one entry per id.
   */
  setMask(mask: Uint8Array | undefined): void;
  /** Dims all other images; `undefined` dims none. */
  emphasise(what: { readonly label: number } | { readonly ids: Uint32Array } | undefined): void;
  /** Selects images; fires no event. `reveal` moves the camera to them. @throws {VisualizeError} `E_OPTION` - no such id. */
  select(ids: Uint32Array, options?: { readonly reveal?: boolean }): void;
  /** Ascending. */
  readonly selection: Uint32Array;
  /** Gives images rings of their own, as a query's neighbours. @throws {VisualizeError} `E_OPTION` - no such id. */
  mark(ids: Uint32Array): void;
  /** Shows images that are not in the dataset. @throws {VisualizeError} `E_SHAPE` - an image has another size. */
  setGuests(guests: readonly ViewerGuest[]): void;
  readonly tool: ViewerTool;
  setTool(tool: ViewerTool): void;
  camera: ViewerCamera;
  /** Whether the camera keeps showing the whole map, as after `fit()`, however large the container becomes. */
  readonly isFitted: boolean;
  /** Goes nearer by a factor, as near or far as it goes; the middle stays where it is. */
  zoom(factor: number): void;
  /** Moves the camera so that all images, or some, are seen. */
  fit(ids?: Uint32Array): void;
  /** Where an image is now, in CSS pixels of the container, and how large; `undefined`: not on this map or hidden. */
  placeOf(id: number): { readonly x: number; readonly y: number; readonly size: number } | undefined;
  /** By default the one that the reader's system prefers. */
  setTheme(theme: 'light' | 'dark'): void;
  /** @returns A function that ends it. */
  on<K extends keyof ViewerEvents>(type: K, listener: (event: ViewerEvents[K]) => void): () => void;
  /** What is seen as a PNG file. @param options.scale - Its pixels per CSS pixel. @default the screen's */
  toPng(options?: { readonly scale?: number }): Promise<Blob>;
  stats(): ViewerStats;
  /** Frees everything and leaves the container as it was. */
  dispose(): void;
}
