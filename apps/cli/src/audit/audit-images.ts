import { exactNeighbors, type NearestPair } from '@fashion-mnist/kernels';
import type { LabelSuspect } from '@fashion-mnist/models';
import type { CommandContext } from '../context.ts';
import type { AuditReport, DoubtfulLabel, DuplicateGroup, NearDuplicate } from './audit-report.ts';
import type { AuditedImages, ImagePlace } from './audited-images.ts';
import { type DoubtfulLabelsOptions, findDoubtfulLabels, WITNESS } from './find-doubtful-labels.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findNearPairs } from './find-near-pairs.ts';

export interface AuditOptions extends DoubtfulLabelsOptions {
  /** By how many of 255 grey levels the pixels of near duplicates differ at most, as root mean square. */
  readonly levels: number;
  /** Whether labels are examined. */
  readonly labels: boolean;
}

/** Others that each image is compared with. */
const NEIGHBORS = 10;

/** Looks for images that occur twice and for labels that are doubtful. */
export async function auditImages(
  images: AuditedImages,
  { levels, labels: examinesLabels, ...options }: AuditOptions,
  context: CommandContext,
): Promise<Omit<AuditReport, 'comparison'>> {
  const { signal, progress } = context;
  const neighborCount = Math.min(NEIGHBORS, images.labels.length - 1);
  const neighbors = await exactNeighbors(images.images, {
    neighborCount: neighborCount + 1,
    threads: options.threads,
    signal,
    onProgress: progress.listen('neighbours'),
  });
  progress.drop('neighbours');
  const near = findNearPairs(images, neighbors, levels);
  const doubtful = examinesLabels ? await findDoubtfulLabels(images, neighbors, options, context) : undefined;
  const { folds, seed } = options;
  const duplicates = findDuplicates(images).map((group) => duplicateGroup(group.map(images.placeOf)));
  const pairs = near.pairs.map((pair) => nearDuplicate(pair, images));
  return {
    dataset: images.name,
    counts: images.counts,
    duplicates,
    leakage: {
      identicalCount: leakedCount(duplicates),
      nearCount: leakedCount([...duplicates, ...pairs]),
    },
    nearDuplicates: { levels, neighborCount, crowdedCount: near.crowdedCount, pairs },
    doubtfulLabels:
      doubtful === undefined
        ? null
        : {
            model: WITNESS,
            folds,
            seed,
            accuracy: doubtful.accuracy,
            wrongShare: doubtful.wrongShare,
            suspects: doubtful.suspects.map((suspect) => doubtfulLabel(suspect, images)),
          },
  };
}

function duplicateGroup(images: readonly ImagePlace[]): DuplicateGroup {
  return { images, ...kinship(images) };
}

function nearDuplicate({ first, second, distance }: NearestPair, { placeOf }: AuditedImages): NearDuplicate {
  const images = [placeOf(first), placeOf(second)] as const;
  return { images, levels: distance, ...kinship(images) };
}

function doubtfulLabel(
  { sample, suggestion, doubt, margin, disagreement = 0 }: LabelSuspect,
  { placeOf, classNames }: AuditedImages,
): DoubtfulLabel {
  const suggestedClass = classNames[suggestion] ?? String(suggestion);
  return { ...placeOf(sample), suggestion, suggestedClass, doubt, margin, disagreement };
}

/** Test images that are kin to a training image. */
function leakedCount(kin: readonly (DuplicateGroup | NearDuplicate)[]): number {
  const leaked = kin
    .filter(({ acrossSplits }) => acrossSplits)
    .flatMap(({ images }) => images.filter(({ split }) => split === 'test').map(({ index }) => index));
  return new Set(leaked).size;
}

function kinship(images: readonly ImagePlace[]) {
  const [first] = images;
  return {
    acrossSplits: images.some(({ split }) => split !== first?.split),
    sameLabel: images.every(({ label }) => label === first?.label),
  };
}
