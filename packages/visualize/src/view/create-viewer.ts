import { Emitter } from './emitter.ts';
import { Interaction } from './interaction.ts';
import { motionMs } from './motion-ms.ts';
import { Stage } from './stage.ts';
import type { Viewer, ViewerOptions } from './viewer.ts';

const DEFAULT_TRANSITION_MS = 800;

/**
 * A map of images that fills a container: dots from afar, pictures from near; with mouse, touch and keyboard.
 *
 * The container gets `role="application"`, a name, a place in the tab order and a live region, and is positioned when
 * it was not. Its custom properties `--viewer-paper`, `--viewer-ink` and `--viewer-accent` set colours.
 *
 * @throws {VisualizeError} `E_SHAPE` or `E_OPTION` when labels and class names do not fit, `E_RENDERER` when the
 * browser cannot draw as wanted.
 */
export function createViewer(container: HTMLElement, options: ViewerOptions): Viewer {
  const emitter = new Emitter();
  const stage = new Stage(container, options, emitter);
  const interaction = new Interaction(stage, emitter, options.classNames);
  const transitionMs = options.transitionMs ?? DEFAULT_TRANSITION_MS;
  const { scene, control, loop } = stage;
  const change = changerOf(stage, interaction);

  return {
    renderer: stage.rendererKind,
    setImages: (images, first = 0) => change(() => scene.pictures.add(images, first)),
    setLayout: ({ positions }, { animate = true, fit = false } = {}) =>
      change(() => {
        const durationMs = animate ? motionMs(transitionMs) : 0;
        stage.setLayout(positions, durationMs);
        if (fit) control.fit(undefined, durationMs);
      }),
    updateLayout: (positions) => change(() => stage.updateLayout(positions)),
    setLabels: (labels) => change(() => scene.setLabels(labels)),
    setVisibleClasses: (visible) => change(() => scene.setVisibleClasses(visible)),
    setMask: (mask) => change(() => scene.setMask(mask)),
    emphasise: (what) => change(() => scene.emphasise(what)),
    select: (ids, { reveal = false } = {}) =>
      change(() => {
        scene.select(ids);
        if (reveal) interaction.fit(ids);
      }),
    get selection() {
      return scene.selection;
    },
    mark: (ids) => change(() => scene.mark(ids)),
    setGuests: (guests) => change(() => scene.setGuests(guests)),
    get tool() {
      return interaction.tool;
    },
    setTool: (tool) => interaction.setTool(tool),
    get camera() {
      return control.camera;
    },
    set camera(camera) {
      control.set(camera);
    },
    get isFitted() {
      return control.isAtHome;
    },
    zoom: (factor) => interaction.zoom(factor),
    fit: (ids) => interaction.fit(ids),
    placeOf: (id) => stage.spotOf(id),
    setTheme: (theme) => stage.setTheme(theme),
    on: (type, listener) => emitter.on(type, listener),
    toPng: ({ scale = devicePixelRatio } = {}) => stage.toPng(scale),
    stats: () => ({ ...loop.timing, dots: stage.drawn.dots, pictures: stage.drawn.pictures }),
    dispose: () => {
      emitter.clear();
      interaction.dispose();
      stage.dispose();
    },
  };
}

/** Changes what is shown, and lets all who must know of it know. */
function changerOf(stage: Stage, interaction: Interaction): (act: () => void) => void {
  return (act) => {
    act();
    interaction.refresh();
    stage.request();
  };
}
