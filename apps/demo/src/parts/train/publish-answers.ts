import { proxy, type Remote } from 'comlink';
import { classifier } from '../../state/classifier.ts';
import { features } from '../../state/features.ts';
import { addPredictions } from '../../state/predictions.ts';
import type { IdRange, NetworkSummary, TrainingService } from '../../work/training/training-job.ts';
import { titleOf } from './network-list.ts';

/** `Two convolutions, 3 epochs` */
export function describeSubject({ name, epochs }: Pick<NetworkSummary, 'name' | 'epochs'>): string {
  if (epochs === 0) return titleOf(name);
  return `${titleOf(name)}, ${epochs === 1 ? 'one epoch' : `${epochs} epochs`}`;
}

/** Lets the other parts of the page ask the network, and gives them what it says of the images. */
export async function publishAnswers(
  service: Remote<TrainingService>,
  subject: NetworkSummary,
  { dataset, heldOut }: { readonly dataset: string; readonly heldOut: IdRange },
  onShare: (share: number) => void,
): Promise<void> {
  const model = describeSubject(subject);
  const answers = await service.answers(proxy(onShare));
  addPredictions({
    model,
    dataset,
    ...heldOut,
    probabilities: answers.heldOut,
    unseen: subject.isUnseen,
  });
  features.value = { model, dataset, first: 0, ...answers.features };
  classifier.value = {
    name: model,
    probabilities: (images, count) => service.probabilities(images, count),
  };
}
