import { formatCount } from '../terminal/format.ts';
import type { MapDocument } from './map-document.ts';

/** What a map is, how long its stages took, and how well it shows its images, each in a line. */
export function describeMap(map: MapDocument, datasetTitle: string): readonly string[] {
  const { title, split, sampleIndices, provenance, quality } = map;
  const images = `${formatCount(sampleIndices.length)} ${split === 'all' ? '' : `${split} `}images`;
  const stages = Object.entries(provenance.stages).map(([stage, seconds]) => `${stage} ${seconds} s`);
  return [
    `${datasetTitle}: ${title} of ${images} in ${provenance.seconds} s (${provenance.engine})`,
    ...(stages.length === 0 ? [] : [`  stages: ${stages.join(', ')}`]),
    ...(quality === undefined ? [] : [`  quality: ${describeQuality(quality)}`]),
  ];
}

function describeQuality(quality: NonNullable<MapDocument['quality']>): string {
  return [
    `trustworthiness ${quality.trustworthiness.toFixed(4)}`,
    `continuity ${quality.continuity.toFixed(4)}`,
    `recall@${quality.neighborCount} ${quality.neighborRecall.toFixed(3)} (on ${quality.queryCount} images)`,
    `${quality.voterCount}-NN label accuracy ${quality.labelAccuracy.toFixed(4)}`,
  ].join(', ');
}
