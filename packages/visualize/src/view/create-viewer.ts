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
  const { move, redraw } = changesOf(stage, interaction);

  return {
    renderer: stage.rendererKind,
    setImages: (images, first = 0) => redraw(() => scene.pictures.add(images, first)),
    setLayout: ({ positions }, { animate = true, fit = false } = {}) =>
      move(() => {
        const durationMs = animate ? motionMs(transitionMs) : 0;
        stage.setLayout(positions, durationMs);
        if (fit) control.fit(undefined, durationMs);
      }),
    updateLayout: (positions) => move(() => stage.updateLayout(positions)),
    setLabels: (labels) => move(() => scene.setLabels(labels)),
    setVisibleClasses: (visible) => move(() => scene.setVisibleClasses(visible)),
    setMask: (mask) => move(() => scene.setMask(mask)),
    emphasise: (what) => redraw(() => scene.emphasise(what)),
    select: (ids, { reveal = false } = {}) =>
      redraw(() => {
        scene.select(ids);
        if (reveal) interaction.fit(ids);
      }),
    get selection() {
      return scene.selection;
    },
    mark: (ids) => redraw(() => scene.mark(ids)),
    setGuests: (guests) => redraw(() => scene.setGuests(guests)),
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

/** Changes of what is where or seen, which may take an image from under the pointer; and changes of mere looks. */
function changesOf(
  stage: Stage,
  interaction: Interaction,
): Record<'move' | 'redraw', (act: () => void) => void> {
  const redraw = (act: () => void): void => {
    act();
    stage.request();
  };
  return {
    redraw,
    move: (act) => {
      redraw(act);
      interaction.refresh();
    },
  };
}
