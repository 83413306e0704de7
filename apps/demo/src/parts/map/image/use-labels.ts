import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset.ts';

/** The labels of a dataset once they are there; whoever shows the map tells where they cannot be had. */
export function useLabels(dataset: Dataset | undefined): Uint8Array | undefined {
  const labels = useSignal<{ readonly of: Dataset; readonly values: Uint8Array } | undefined>(undefined);
  useEffect(() => {
    if (dataset === undefined) return;
    let isGone = false;
    void (async () => {
      const values = await dataset.labels().catch(() => undefined);
      if (!isGone && values !== undefined) labels.value = { of: dataset, values };
    })();
    return () => {
      isGone = true;
    };
  }, [dataset]);
  return labels.value?.of === dataset ? labels.value?.values : undefined;
}
