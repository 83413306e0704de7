import type { LayersGraphAt } from './layers-graph.ts';

/**
 * Takes some channels of images.
 *
 * @param channels - How many there are.
 */
export function cropChannels(
  graph: LayersGraphAt,
  x: string,
  channels: number,
  [start, end]: readonly [start: number, end: number],
): string {
  // Keras has no layer that cuts channels, but one that cuts the last axis of images with channels first.
  const cropping = [
    [0, 0],
    [start, channels - end],
  ];
  return graph.layer('Cropping2D', [x], { cropping, data_format: 'channels_first' });
}
