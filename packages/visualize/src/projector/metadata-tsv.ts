import type { PointClasses } from '../pictures/labelled-map.ts';

/**
 * What is known of each point: the name of its class, by which the projector labels and colours points, its label and
 * its index.
 */
export function metadataTsv({ labels, classNames }: PointClasses): string {
  const lines = Array.from(labels, (label, index) => {
    const name = (classNames[label] ?? String(label)).replace(/\s+/g, ' ');
    return `${name}\t${label}\t${index}`;
  });
  return `${['class\tlabel\tindex', ...lines].join('\n')}\n`;
}
