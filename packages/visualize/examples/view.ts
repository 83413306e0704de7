import { createViewer, type Viewer } from '@fashion-mnist/visualize/view';

/** Shows three images in an element of a page. */
export function showThree(container: HTMLElement): Viewer {
  const labels = Uint8Array.of(0, 1, 1);
  const viewer = createViewer(container, { labels, classNames: ['coat', 'bag'] });
  viewer.setLayout({ positions: Float32Array.of(0, 0, 1, 0, 1, 1) });
  viewer.setImages({ data: new Uint8Array(3 * 784).fill(200), shape: [3, 28, 28] });
  viewer.on('select', ({ ids, by }) => console.log(`${ids.length} selected by ${by}`));
  viewer.on('open', ({ id }) => viewer.mark(Uint32Array.of(id)));
  return viewer;
}
