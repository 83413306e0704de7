import { CLASS_COLORS } from '../class-colors.ts';
import { VisualizeError } from '../errors.ts';
import { toMap, toScreen } from './camera/camera.ts';
import { CameraControl } from './camera/camera-control.ts';
import { createRenderer } from './create-renderer.ts';
import type { Emitter } from './emitter.ts';
import { FrameLoop } from './frame-loop.ts';
import type { Point } from './geometry.ts';
import { Overlay, type Spot } from './overlay/overlay.ts';
import { type PreparedContainer, prepareContainer } from './overlay/prepare-container.ts';
import { type Detail, Pace } from './pace.ts';
import type { DrawnFrame, Renderer } from './renderer.ts';
import { DETAIL, pointSize } from './scene/level-of-detail.ts';
import { type Look, lookOf, preferredTheme, type Theme } from './scene/look.ts';
import type { MapLayout } from './scene/map-layout.ts';
import { Scene } from './scene/scene.ts';
import type { ViewerCamera, ViewerOptions } from './viewer.ts';
import { Webgl2Renderer, webgl2ContextOf } from './webgl2/webgl2-renderer.ts';

const MAX_PIXEL_RATIO = 2;
const FULL: Detail = { step: 1, resolution: 1 };
const MAX_PICTURE_SIDE = 8192;
/** After a movement, everything is drawn when nothing has moved for so long. */
const SETTLE_MS = 120;
/** While pictures are uploaded, those that are there are shown so often. */
const PROGRESS_MS = 200;

/** A scene, a camera and what draws them in a container. */
export class Stage {
  readonly container: HTMLElement;
  readonly scene: Scene;
  readonly control: CameraControl;
  readonly overlay: Overlay = new Overlay();
  readonly loop: FrameLoop;
  readonly prepared: PreparedContainer;
  /** Called before each frame, when everything is at its place. */
  onFrame: () => void = () => {};
  readonly #emitter: Emitter;
  readonly #colors: readonly string[];
  readonly #observer: ResizeObserver;
  readonly #stop = new AbortController();
  #renderer: Renderer;
  #look: Look | undefined;
  #theme: Theme | undefined;
  #isLost = false;
  #drawn: DrawnFrame = { dots: 0, pictures: 0 };
  #pendingLayout: Float32Array | undefined;
  readonly #pace = new Pace();
  #isDirty = false;
  #isUploading = false;
  #renderedMs = 0;
  #renderedCamera: ViewerCamera | undefined;
  #renderedLayout: MapLayout | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #toldCamera: ViewerCamera;

  constructor(container: HTMLElement, options: ViewerOptions, emitter: Emitter) {
    this.container = container;
    this.scene = new Scene(options);
    this.#colors = options.colors ?? CLASS_COLORS;
    this.#emitter = emitter;
    this.loop = new FrameLoop((nowMs) => this.#draw(nowMs));
    this.control = new CameraControl(() => this.request());
    this.#renderer = createRenderer(options.renderer ?? 'auto', options.classNames.length);
    const { canvas } = this.#renderer;
    canvas.setAttribute('aria-hidden', 'true');
    this.prepared = prepareContainer(
      container,
      [canvas, this.overlay.element],
      options.label ?? 'Map of images',
    );
    this.#resize();
    this.#toldCamera = this.control.camera;
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
    this.#listen(canvas);
  }

  get rendererKind(): Renderer['kind'] {
    return this.#renderer.kind;
  }

  get drawn(): DrawnFrame {
    return this.#drawn;
  }

  get isMoving(): boolean {
    return this.scene.isMoving || this.control.isMoving;
  }

  /** Draws again at the next frame. */
  request(): void {
    this.#isDirty = true;
    this.loop.request();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#look = undefined;
    this.request();
  }

  setLayout(positions: Float32Array, durationMs: number): void {
    this.#pendingLayout = undefined;
    const isFirst = this.scene.points.visibleCount === 0;
    this.scene.setLayout(positions, isFirst ? 0 : durationMs);
    this.control.setMap(this.scene.layout.bounds, this.scene.layout.grid.spacing, isFirst ? 0 : durationMs);
    this.request();
  }

  /** @param positions - Read when the next frame is drawn. */
  updateLayout(positions: Float32Array): void {
    const expected = 2 * this.scene.count;
    if (positions.length !== expected) {
      throw new VisualizeError(
        'E_SHAPE',
        `layout: expected ${expected} coordinates, got ${positions.length}`,
      );
    }
    this.#pendingLayout = positions;
    this.request();
  }

  toMap(place: Point): Point {
    return toMap(this.control.camera, this.control.size, place);
  }

  /** Where a point is and how large, in CSS pixels. */
  spotOf(id: number): Spot | undefined {
    const place = this.scene.placeOf(id);
    if (place === undefined) return undefined;
    const room = (this.scene.layout.spacings[id] as number) * this.control.camera.scale;
    const size = pointSize(room, this.#renderer.hasPicture(id));
    return { ...toScreen(this.control.camera, this.control.size, place), size };
  }

  async toPng(scale: number): Promise<Blob> {
    if (this.#isLost)
      throw new VisualizeError('E_RENDERER', 'toPng: the graphics device has been taken away');
    const { width, height } = this.control.size;
    this.#render(Math.min(scale, MAX_PICTURE_SIDE / Math.max(width, height)), FULL);
    // The drawing buffer holds the frame only until this task ends.
    const picture = document.createElement('canvas');
    picture.width = this.#renderer.canvas.width;
    picture.height = this.#renderer.canvas.height;
    picture.getContext('2d')?.drawImage(this.#renderer.canvas, 0, 0);
    this.request();
    const blob = await new Promise<Blob | null>((resolve) => {
      picture.toBlob(resolve, 'image/png');
    });
    if (blob === null)
      throw new VisualizeError('E_RENDERER', 'toPng: the browser could not write the picture');
    return blob;
  }

  dispose(): void {
    this.loop.stop();
    clearTimeout(this.#settle);
    this.#stop.abort();
    this.#observer.disconnect();
    this.#renderer.dispose();
    this.prepared.restore();
  }

  #listen(canvas: HTMLCanvasElement): void {
    const options = { signal: this.#stop.signal };
    canvas.addEventListener('webglcontextlost', (event) => this.#lose(event), options);
    canvas.addEventListener('webglcontextrestored', () => this.#restore(canvas), options);
    window.addEventListener('resize', () => this.#resize(), options);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#forgetLook(), options);
  }

  #lose(event: Event): void {
    event.preventDefault();
    this.#isLost = true;
    this.#emitter.emit('contextlost', undefined);
  }

  #restore(canvas: HTMLCanvasElement): void {
    const gl = webgl2ContextOf(canvas);
    if (gl === null) return;
    this.#renderer = new Webgl2Renderer(gl, this.scene.classCount);
    this.#isLost = false;
    this.request();
    this.#emitter.emit('contextrestored', undefined);
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.container;
    this.control.resize({ width: Math.max(clientWidth, 1), height: Math.max(clientHeight, 1) });
  }

  #forgetLook(): void {
    this.#look = undefined;
    this.request();
  }

  /** @returns Whether another frame must follow. */
  #draw(nowMs: number): boolean {
    this.#followLayout();
    this.scene.advance(nowMs);
    this.control.advance(nowMs);
    if (!this.#isLost) this.#upload(nowMs);
    if (!this.#isLost && this.#isDirty) this.#drawNow(nowMs);
    this.#tellCamera();
    return this.isMoving || this.scene.isFollowing || (this.#isUploading && !this.#isLost);
  }

  /** Draws the layout that is being computed; what takes long is done in the frame after, if no other layout has come. */
  #followLayout(): void {
    const positions = this.#pendingLayout;
    if (positions === undefined) {
      if (!this.scene.isFollowing) return;
      this.scene.settle();
      this.#isDirty = true;
    } else if (this.scene.points.visibleCount === 0) this.setLayout(positions, 0);
    else {
      this.#pendingLayout = undefined;
      this.scene.followLayout(positions);
      this.control.setMap(this.scene.layout.bounds, this.scene.layout.grid.spacing, 0);
    }
  }

  #upload(nowMs: number): void {
    const wasUploading = this.#isUploading;
    this.#isUploading = this.#renderer.advance(this.scene.pictures);
    const isDone = wasUploading && !this.#isUploading;
    if (isDone || (this.#isUploading && nowMs > this.#renderedMs + PROGRESS_MS)) this.#isDirty = true;
  }

  #drawNow(nowMs: number): void {
    const { camera } = this.control;
    const { layout } = this.scene;
    const isMoving = this.isMoving || camera !== this.#renderedCamera || layout !== this.#renderedLayout;
    if (isMoving) this.#pace.record(nowMs);
    const detail = isMoving ? this.#pace : FULL;
    this.#render(Math.min(devicePixelRatio, MAX_PIXEL_RATIO), detail);
    clearTimeout(this.#settle);
    if (detail.step > 1) this.#settle = setTimeout(() => this.request(), SETTLE_MS);
    this.#isDirty = this.isMoving;
    this.#renderedMs = nowMs;
    this.#renderedCamera = camera;
    this.#renderedLayout = layout;
    this.#showOverlay();
  }

  #render(pixelRatio: number, { step: dotStep, resolution }: Detail): void {
    if (this.#look === undefined) {
      this.#look = lookOf(this.container, this.#theme ?? preferredTheme(), this.#colors);
      this.overlay.setLook(this.#look);
    }
    this.#drawn = this.#renderer.draw({
      points: this.scene.points,
      pictures: this.scene.pictures,
      guests: this.scene.guests,
      look: this.#look,
      camera: this.control.camera,
      size: this.control.size,
      pixelRatio,
      resolution,
      dotStep,
    });
  }

  #showOverlay(): void {
    const { camera, size } = this.control;
    const names = this.scene.guests.map((guest) => ({
      ...toScreen(camera, size, guest),
      size: DETAIL.guestSize,
      name: guest.name,
    }));
    this.overlay.showNames(names);
    this.onFrame();
  }

  #tellCamera(): void {
    const { camera } = this.control;
    if (camera === this.#toldCamera) return;
    this.#toldCamera = camera;
    this.#emitter.emit('camera', camera);
  }
}
