import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { dataset } from '../../state/datasets.ts';
import { formatCount, formatShare } from '../../ui/format.ts';
import type { TrainingModel } from './training-model.ts';

/** The test at the end, and files. */
export function NetworkActions({ model }: { readonly model: TrainingModel }): JSX.Element {
  const isReady = model.phase.value === 'idle' && model.network.value !== undefined;
  return (
    <section class="train-actions" aria-label="Test and files">
      {model.network.value !== undefined && <Test model={model} />}
      <div class="train-buttons">
        <button type="button" class="button" disabled={!isReady} onClick={() => void model.save()}>
          Save
        </button>
        <LoadButton model={model} />
        <button type="button" class="button" disabled={!isReady} onClick={() => void model.exportOnnx()}>
          Export ONNX
        </button>
      </div>
    </section>
  );
}

function Test({ model }: { readonly model: TrainingModel }): JSX.Element {
  const result = model.testResult.value;
  const count = formatCount(model.ground.value?.split.test.count ?? 0);
  return (
    <div class="train-test">
      <h3>The test</h3>
      {result === undefined ? (
        <>
          <p class="note">
            The {count} test images have not been used so far. Use them once, when nothing is to be chosen any
            more: whoever chooses by them finds a number that is too good.
          </p>
          <button
            type="button"
            class="button"
            disabled={model.phase.value !== 'idle'}
            onClick={() => void model.test()}
          >
            Judge by the test images
          </button>
        </>
      ) : (
        <p data-testid="train-test-result">
          <strong>{formatShare(result.correctCount / result.count, 2)}</strong> of {formatCount(result.count)}{' '}
          test images right.
        </p>
      )}
    </div>
  );
}

function LoadButton({ model }: { readonly model: TrainingModel }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const data = dataset.value;
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={model.phase.value !== 'idle' || data === undefined}
        onClick={() => input.current?.click()}
      >
        Load…
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".safetensors"
        aria-label="File of a network"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined && data !== undefined) void model.load(data, file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
