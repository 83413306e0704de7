import type { ImageFiles } from '../data/image-files.ts';
import type { Comparison } from '../runner/benchmark.ts';
import { judgedInPython } from './judged-in-python.ts';
import type { Producer } from './producer.ts';

/** What `map_quality.py` says of a map; each a share, `0..1`. */
interface MapQuality {
  readonly trustworthiness: number;
  readonly recall: number;
  readonly labelAccuracy: number;
}

/** How far below its peer's a map of ours may be. */
const GATES = [
  { measure: 'trustworthiness', title: 'trustworthiness (15), first 3,000 images', tolerance: 0.002 },
  { measure: 'recall', title: 'recall of the 15 nearest, 2,000 images', tolerance: 0.01 },
  { measure: 'labelAccuracy', title: 'accuracy of labels by the 10 nearest', tolerance: 0.01 },
] as const;

/** The gate of every claim of speed: the last map of ours against that of the peer, by the same code. */
export async function qualityComparisons(
  { imagesPath, labelsPath }: Pick<ImageFiles, 'imagesPath' | 'labelsPath'>,
  ours: Producer,
  peer: Producer,
): Promise<readonly Comparison[]> {
  const judge = { script: 'map_quality.py', args: [imagesPath, labelsPath], module: 'sklearn' };
  const judged = await judgedInPython<MapQuality>(judge, [ours, peer]);
  return GATES.map(({ measure, title, tolerance }) => ({
    title,
    unit: '',
    contenders: [ours, peer].map((producer) => judged(producer, (quality) => quality[measure])),
    targets: [{ of: ours.contender.name, minus: peer.contender.name, bound: { atLeast: -tolerance } }],
  }));
}
