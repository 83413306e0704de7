import './intake.css';
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { Choice } from '../../../ui/choice.tsx';
import { DrawPanel } from '../drawing/draw-panel.tsx';
import { CameraPanel } from './camera-panel.tsx';
import { readClipboard } from './paste.ts';
import { takeFiles } from './take-files.ts';

const WAYS = [
  { value: 'draw', title: 'Draw' },
  { value: 'paste', title: 'Paste' },
  { value: 'upload', title: 'Upload' },
  { value: 'photograph', title: 'Photograph' },
] as const;
type Way = (typeof WAYS)[number]['value'];

const way = signal<Way>('draw');

/** Four ways in. */
export function Intake({ active }: { readonly active: boolean }): JSX.Element {
  return (
    <section class="intake" aria-label="A garment of your own">
      <Choice
        legend="How to bring a garment"
        options={WAYS}
        value={way.value}
        onChange={(value) => (way.value = value)}
      />
      {way.value === 'draw' && <DrawPanel />}
      {way.value === 'paste' && <PastePanel />}
      {way.value === 'upload' && <UploadPanel />}
      {way.value === 'photograph' && <CameraPanel active={active} />}
    </section>
  );
}

function PastePanel(): JSX.Element {
  return (
    <div class="intake-place">
      <p>
        Press <kbd>Ctrl</kbd>+<kbd>V</kbd> anywhere on this page,
      </p>
      <button type="button" class="button" onClick={() => void readClipboard()}>
        or paste by this button
      </button>
    </div>
  );
}

function UploadPanel(): JSX.Element {
  return (
    <div class="intake-place">
      <p>Drop pictures anywhere on this page,</p>
      <label class="button intake-file">
        or choose files
        <input
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          data-testid="files"
          onChange={({ currentTarget }) => {
            void takeFiles(Array.from(currentTarget.files ?? []), 'uploaded');
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="note">JPEG, PNG, WebP, AVIF or GIF; up to 32 MB and 67 megapixels each.</p>
    </div>
  );
}
