import type { JSX } from 'preact';
import type { TrainingRecord } from './training-record.ts';

/** Goes back to earlier epochs, and forth. */
export function EpochSlider({ record }: { readonly record: TrainingRecord }): JSX.Element {
  const outcomes = record.outcomes.value;
  const index = record.shownIndex.value;
  const text = epochText(outcomes[index]?.epoch ?? 0);
  const last = outcomes.length - 1;
  return (
    <div class="train-slider">
      <output for="train-epoch">{text}</output>
      <input
        id="train-epoch"
        type="range"
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={index}
        disabled={last < 1}
        aria-label="Epoch in view"
        aria-valuetext={text}
        onInput={({ currentTarget }) => record.show(Math.min(last, currentTarget.valueAsNumber))}
      />
      <button type="button" class="button" disabled={index === last} onClick={() => record.show(last)}>
        Latest
      </button>
    </div>
  );
}

function epochText(epoch: number): string {
  return epoch === 0 ? 'Before training' : `After epoch ${epoch}`;
}
