import { classifier } from '../../../state/classifier.ts';
import { useLatest } from '../use-latest.ts';

/** What the network that was trained or loaded last says of a garment. */
export interface NetworkAnswer {
  readonly model: string;
  readonly shares: Float32Array;
}

export function useProbabilities(pixels: Uint8Array): NetworkAnswer | undefined {
  const network = classifier.value;
  const answer = useLatest(
    network && (async () => ({ model: network.name, shares: await network.probabilities(pixels, 1) })),
    [network, pixels],
    'The network gave no answer',
  );
  return answer?.model === network?.name ? answer : undefined;
}
