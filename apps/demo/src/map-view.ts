import { animate } from './animate.ts';
import { blendPositions, startPositions } from './blend-positions.ts';
import { type ClassFilter, countByClass, visibleCount } from './class-filter.ts';
import { context2d } from './create-canvas.ts';
import { createDotSheet, type DotSheet } from './dot-sheet.ts';
import { drawMap } from './draw-map.ts';
import { type LevelOfDetail, levelOfDetail } from './level-of-detail.ts';
import type { MapPoints } from './map-points.ts';
import type { PictureAtlas } from './picture-atlas.ts';
import { createPointIndex, type PointIndex } from './point-index.ts';
import * as viewports from './viewport.ts';

export interface MapViewOptions {
  /** Covers the window; all positions are relative to it. */
  readonly canvas: HTMLCanvasElement;
  /** The part of the window that nothing covers: the map is fitted into it. */
  readonly stage: HTMLElement;
  readonly atlas: PictureAtlas;
  readonly filter: ClassFilter;
  /** Is told the point under the pointer; `undefined` when there is none any more. */
  readonly onHover: (hit: Hit | undefined) => void;
}

/** A point under the pointer. */
export interface Hit {
  readonly sample: number;
  readonly label: number;
  /** On the screen. */
  readonly place: viewports.Point;
  /** Half of the size of what is drawn there, in CSS pixels. */
  readonly radius: number;
}

/** A map and how it is shown. */
interface Shown {
  readonly method: string;
  readonly points: MapPoints;
  readonly index: PointIndex;
}

const MORPH_MS = 700;
const GLIDE_MS = 280;
const HOVER_DISTANCE = 14;
const ZOOM_OUT_LIMIT = 0.5;
const CLOSEST_SPACING = 120;

/** The canvas with the map: what is shown, from where, and the way from one state to the next. */
export class MapView {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #stage: HTMLElement;
  readonly #atlas: PictureAtlas;
  readonly #onHover: MapViewOptions['onHover'];
  #filter: ClassFilter;
  #shown: Shown | undefined;
  #positions: Float32Array = new Float32Array(0);
  #viewport: viewports.Viewport = { scale: 1, x: 0, y: 0 };
  #isAtHome = true;
  #emphasised: number | undefined;
  #hovered: number | undefined;
  #dots: DotSheet | undefined;
  #stopAnimation: (() => void) | undefined;
  #isDrawRequested = false;

  constructor({ canvas, stage, atlas, filter, onHover }: MapViewOptions) {
    this.#canvas = canvas;
    this.#context = context2d(canvas);
    this.#stage = stage;
    this.#atlas = atlas;
    this.#filter = filter;
    this.#onHover = onHover;
    const observer = new ResizeObserver(() => this.#refit());
    observer.observe(canvas);
    observer.observe(stage);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#requestDraw());
  }

  /** Shows a map; images that the map before has too move to their new places. */
  show(method: string, points: MapPoints): void {
    this.#stopAnimation?.();
    const before = this.#shown && { points: this.#shown.points, positions: this.#positions };
    this.#shown = { method, points, index: createPointIndex(points.positions, points.halfSize) };
    this.#hover(undefined);
    if (before === undefined) {
      this.#positions = points.positions;
      this.#viewport = this.#home(points);
      this.#requestDraw();
      return;
    }
    const from = startPositions(before, points);
    this.#glideHome(MORPH_MS, (share) => {
      this.#positions = share === 1 ? points.positions : blendPositions(from, points.positions, share);
    });
  }

  setFilter(filter: ClassFilter): void {
    this.#filter = filter;
    this.#hover(undefined);
    this.#requestDraw();
  }

  /** Dims all other classes; `undefined` dims none. */
  emphasise(label: number | undefined): void {
    this.#emphasised = label;
    this.#requestDraw();
  }

  /** Marks the shown point nearest to a place on the screen, if one is near; `undefined` marks none. */
  hoverAt(place: viewports.Point | undefined): void {
    this.#hover(place === undefined ? undefined : this.#pointAt(place));
  }

  panBy(dx: number, dy: number): void {
    this.#moveTo((viewport) => viewports.panBy(viewport, dx, dy));
  }

  /** Zooms by a factor around a place on the screen, by default the middle of the free part. */
  zoomBy(factor: number, anchor: viewports.Point = this.#middle()): void {
    this.#moveTo((viewport, shown) => {
      const home = this.#home(shown.points).scale;
      const max = Math.max(CLOSEST_SPACING / shown.index.spacing, home);
      return viewports.zoomAround(viewport, anchor, factor, { min: home * ZOOM_OUT_LIMIT, max });
    });
  }

  /** Shows the whole map again. */
  reset(): void {
    this.#stopAnimation?.();
    this.#glideHome(GLIDE_MS);
  }

  #hover(point: number | undefined): void {
    if (this.#shown === undefined || this.#hovered === point) return;
    this.#hovered = point;
    this.#onHover(point === undefined ? undefined : this.#hitOf(point, this.#shown));
    this.#requestDraw();
  }

  #hitOf(point: number, { points, index }: Shown): Hit {
    const { sampleIndices, labels, positions } = points;
    const place = { x: positions[2 * point] as number, y: positions[2 * point + 1] as number };
    return {
      sample: sampleIndices[point] as number,
      label: labels[point] as number,
      place: viewports.toScreen(this.#viewport, place),
      radius: this.#detail(index).pointRadius,
    };
  }

  #pointAt(place: viewports.Point): number | undefined {
    if (this.#shown === undefined || this.#stopAnimation !== undefined) return undefined;
    const { points, index } = this.#shown;
    const reach = Math.max(HOVER_DISTANCE, this.#detail(index).pointRadius);
    return index.nearest(
      viewports.toMap(this.#viewport, place),
      reach / this.#viewport.scale,
      (point) => this.#filter[points.labels[point] as number] === true,
    );
  }

  #moveTo(change: (viewport: viewports.Viewport, shown: Shown) => viewports.Viewport): void {
    if (this.#shown === undefined || this.#stopAnimation !== undefined) return;
    const next = change(this.#viewport, this.#shown);
    this.#viewport = viewports.keepInSight(next, this.#shown.points.halfSize, this.#area());
    this.#isAtHome = false;
    this.#hover(undefined);
    this.#requestDraw();
  }

  #glideHome(durationMs: number, onFrame: (share: number) => void = () => {}): void {
    if (this.#shown === undefined) return;
    const { points } = this.#shown;
    const from = this.#viewport;
    this.#isAtHome = true;
    this.#hover(undefined);
    this.#stopAnimation = animate(durationMs, (share) => {
      this.#viewport = viewports.blendViewports(from, this.#home(points), share);
      onFrame(share);
      if (share === 1) this.#stopAnimation = undefined;
      this.#requestDraw();
    });
  }

  #refit(): void {
    this.#hover(undefined);
    if (this.#shown !== undefined && this.#isAtHome && this.#stopAnimation === undefined) {
      this.#viewport = this.#home(this.#shown.points);
    }
    this.#requestDraw();
  }

  #home(points: MapPoints): viewports.Viewport {
    return viewports.fitViewport(points.halfSize, this.#area());
  }

  #area(): viewports.Area {
    return this.#stage.getBoundingClientRect();
  }

  #middle(): viewports.Point {
    const { left, top, width, height } = this.#area();
    return { x: left + width / 2, y: top + height / 2 };
  }

  #requestDraw(): void {
    if (this.#isDrawRequested) return;
    this.#isDrawRequested = true;
    requestAnimationFrame(() => {
      this.#isDrawRequested = false;
      this.#draw();
    });
  }

  #draw(): void {
    if (this.#shown === undefined) return;
    const { method, points, index } = this.#shown;
    this.#clear();
    const scene = {
      points,
      positions: this.#positions,
      viewport: this.#viewport,
      spacing: index.spacing,
      filter: this.#filter,
      emphasised: this.#filter[this.#emphasised ?? -1] ? this.#emphasised : undefined,
      hovered: this.#hovered,
    };
    const { color: ink, backgroundColor: paper } = getComputedStyle(this.#canvas);
    drawMap(this.#context, scene, {
      dots: this.#dotsOf(this.#detail(index)),
      atlas: this.#atlas,
      ink,
      paper,
    });
    if (this.#stopAnimation !== undefined) return;
    const counts = countByClass(points.labels, this.#filter.length);
    this.#canvas.dataset.points = `${visibleCount(counts, this.#filter)}`;
    this.#canvas.dataset.method = method;
  }

  #clear(): void {
    const { clientWidth, clientHeight } = this.#canvas;
    const width = Math.round(clientWidth * devicePixelRatio);
    const height = Math.round(clientHeight * devicePixelRatio);
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    this.#context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    this.#context.clearRect(0, 0, clientWidth, clientHeight);
  }

  #detail({ spacing }: PointIndex): LevelOfDetail {
    return levelOfDetail(spacing * this.#viewport.scale);
  }

  #dotsOf({ dotRadius: radius }: LevelOfDetail): DotSheet {
    if (this.#dots?.radius !== radius || this.#dots.pixelRatio !== devicePixelRatio) {
      this.#dots = createDotSheet(this.#filter.length, radius, devicePixelRatio);
    }
    return this.#dots;
  }
}
