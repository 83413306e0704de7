import type { TrainingProgress } from '@fashion-mnist/models/deep';
import { formatCount } from '../terminal/format.ts';
import { lineWidth } from '../terminal/line-width.ts';
import type { Progress } from '../terminal/progress.ts';
import { describeEpoch, describeStep, TRAIL_WIDTH } from './describe-training.ts';
import { createLossTrail } from './loss-trail.ts';

/** Follows a training on the terminal. */
export interface TrainingView {
  readonly onProgress: (event: TrainingProgress) => void;
  /** What was told last, for a message; undefined before the first batch. */
  readonly latest: TrainingProgress | undefined;
}

/** A line that moves with each batch, and one that stays for each epoch. */
export function watchTraining(
  job: string,
  { epochs, isValidated }: { readonly epochs: number; readonly isValidated: boolean },
  progress: Progress,
): TrainingView {
  const trail = createLossTrail(TRAIL_WIDTH, epochs);
  /** What the spinner and the name of the job take of a line. */
  const taken = job.length + 5;
  let trained: TrainingProgress | undefined;
  let latest: TrainingProgress | undefined;

  function onProgress(event: TrainingProgress): void {
    latest = event;
    switch (event.stage) {
      case 'train': {
        trained = event;
        trail.add(event);
        const width = lineWidth(process.stderr) - taken;
        return progress.show(job, describeStep(event, { epochs, means: trail.means(), width }));
      }
      case 'validate': {
        const { epoch, completed, total } = event;
        const images = `${formatCount(completed)} of ${formatCount(total)} images held out`;
        return progress.show(job, `epoch ${epoch}/${epochs}, ${images}`);
      }
      case 'epoch': {
        const { epoch } = event;
        const { loss, accuracy, rate } = trained ?? event;
        const report = { epoch, loss, accuracy, validation: isValidated ? event : null };
        return progress.finish(job, describeEpoch(report, { epochs, rate }));
      }
    }
  }

  return {
    onProgress,
    get latest() {
      return latest;
    },
  };
}
