import type { JSX } from 'preact';
import type { Dataset } from '../../data/dataset.ts';
import { dataset } from '../../state/datasets.ts';
import { formatCount, formatSeconds, formatShare } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { splitForTraining } from './held-out.ts';
import { titleOf } from './network-list.ts';
import { describeSubject } from './publish-answers.ts';
import type { TrainingModel } from './training-model.ts';

interface StatusProps {
  readonly model: TrainingModel;
}

/** What is being done, how far it is, and what can be done about it. */
export function TrainingStatus({ model }: StatusProps): JSX.Element {
  const data = dataset.value;
  return (
    <section class="train-status" aria-label="Progress">
      <div class="train-status-text">
        <h2>{headline(model)}</h2>
        <StatusLine model={model} data={data} />
      </div>
      <div class="train-buttons">{data !== undefined && <Buttons model={model} data={data} />}</div>
      <div class="train-bar">
        <StatusBar model={model} data={data} />
      </div>
    </section>
  );
}

function Buttons({ model, data }: StatusProps & { readonly data: Dataset }): JSX.Element {
  const phase = model.phase.value;
  if (phase !== 'idle') {
    return (
      <button type="button" class="button" disabled={phase !== 'training'} onClick={() => model.stop()}>
        Stop
      </button>
    );
  }
  const hasNetwork = model.network.value !== undefined;
  const canResume = model.canResume.value;
  return (
    <>
      {canResume && (
        <button type="button" class="button button-primary" onClick={() => void model.resume()}>
          Continue
        </button>
      )}
      {hasNetwork && !canResume && (
        <button type="button" class="button" onClick={() => void model.train(data, { isFurther: true })}>
          Train further
        </button>
      )}
      <button
        type="button"
        class={canResume ? 'button' : 'button button-primary'}
        onClick={() => void model.train(data, { isFurther: false })}
      >
        {hasNetwork ? 'Train anew' : 'Train'}
      </button>
    </>
  );
}

function headline({ phase, network, settings, canResume }: TrainingModel): string {
  const subject = network.value;
  if (phase.value !== 'idle' || subject === undefined)
    return titleOf(subject?.name ?? settings.value.network);
  return canResume.value ? `${describeSubject(subject)}, stopped` : describeSubject(subject);
}

function StatusLine({ model, data }: StatusProps & { readonly data: Dataset | undefined }): JSX.Element {
  const split = data && splitForTraining(data.entry);
  if (model.phase.value === 'idle' && model.network.value === undefined && split !== undefined) {
    return (
      <p class="note">
        It learns here, in your browser. After each epoch it is judged by {formatCount(split.heldOut.count)}{' '}
        images that are held out: the last of the training images, which it never learns from.
      </p>
    );
  }
  return (
    <p class="note" data-testid="train-status">
      {statusText(model, data)}
    </p>
  );
}

function statusText(model: TrainingModel, data: Dataset | undefined): string {
  switch (model.phase.value) {
    case 'idle':
      return resultText(model);
    case 'reading':
      return data !== undefined && data.imageCount.value < data.count
        ? `Reading images: ${formatCount(data.imageCount.value)} of ${formatCount(data.count)}`
        : 'Preparing';
    case 'training':
      return trainingText(model);
    case 'stopping':
      return 'Stopping';
    case 'answering':
      return 'Answering for the other parts of the page';
    case 'testing':
      return 'Answering for the test images';
    case 'writing':
      return 'Writing the file';
  }
}

function trainingText({ record, lastEpoch }: TrainingModel): string {
  const event = record.progress.value;
  const done = record.outcomes.value.at(-1)?.epoch;
  if (event === undefined) return done === undefined ? 'Starting' : 'Judging what it knows';
  if (event.stage === 'judge') return `Judging by held-out images`;
  const { point, rate, secondsLeft } = event;
  const facts = [
    `epoch ${Math.ceil(point?.epoch ?? 1)} of ${lastEpoch.value}`,
    point && `loss ${point.loss.toFixed(3)}`,
    point && `${formatShare(point.accuracy)} right`,
    rate && `${formatCount(Math.round(rate))} images/s`,
    secondsLeft && `${formatSeconds(secondsLeft)} left`,
  ];
  return facts.filter(Boolean).join(' · ');
}

function resultText({ record, network, ground }: TrainingModel): string {
  const last = record.outcomes.value.at(-1);
  const images = formatCount(ground.value?.split.heldOut.count ?? 0);
  if (last === undefined) {
    const parameters = formatCount(network.value?.parameterCount ?? 0);
    return network.value === undefined
      ? ''
      : `${parameters} parameters. It answers in the other parts of the page.`;
  }
  return `${formatShare(last.heldOut.accuracy)} of ${images} held-out images right, loss ${last.heldOut.loss.toFixed(3)}`;
}

function StatusBar({
  model,
  data,
}: StatusProps & { readonly data: Dataset | undefined }): JSX.Element | null {
  const phase = model.phase.value;
  if (phase === 'idle') return null;
  if (phase === 'reading') {
    const share = data === undefined ? undefined : data.imageCount.value / data.count;
    return <Progress label="Images read" share={share === 1 ? undefined : share} />;
  }
  const isTraining = phase === 'training' || phase === 'stopping';
  const share = isTraining ? model.record.progress.value?.share : model.share.value;
  return <Progress label="Done" share={share} />;
}
