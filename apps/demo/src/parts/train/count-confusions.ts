/** Held-out images by their class and by what the network takes them for. */
export interface Confusions {
  /** Counts, shape `[classCount, classCount]`: rows are true classes. */
  readonly counts: Uint32Array;
  readonly classCount: number;
}

/** A class, and what its images are taken for. */
export interface ConfusionCell {
  readonly label: number;
  readonly answer: number;
}

export function countConfusions(labels: Uint8Array, predicted: Uint8Array, classCount: number): Confusions {
  const counts = new Uint32Array(classCount * classCount);
  labels.forEach((label, image) => {
    const cell = label * classCount + (predicted[image] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return { counts, classCount };
}

/** Images of a class that are taken for another, or for what they are: indices among the held-out ones. */
export function imagesInCell(
  labels: Uint8Array,
  predicted: Uint8Array,
  { label, answer }: ConfusionCell,
): Uint32Array {
  const found: number[] = [];
  labels.forEach((own, image) => {
    if (own === label && predicted[image] === answer) found.push(image);
  });
  return Uint32Array.from(found);
}

/** How many images a cell has, and which share of its class they are: 0 of a class that has none. */
export function shareOfCell(
  { counts, classCount }: Confusions,
  { label, answer }: ConfusionCell,
): { readonly count: number; readonly share: number } {
  const row = counts.subarray(label * classCount, (label + 1) * classCount);
  const sum = row.reduce((total, each) => total + each, 0);
  const count = row[answer] ?? 0;
  return { count, share: sum === 0 ? 0 : count / sum };
}
