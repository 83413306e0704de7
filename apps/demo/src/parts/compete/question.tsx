import type { JSX } from 'preact';
import { ClassLabel } from '../../ui/class-label.tsx';
import { formatCount } from '../../ui/format.ts';
import { Picture } from '../../ui/picture.tsx';
import { Progress } from '../../ui/progress.tsx';

interface QuestionProps {
  readonly pixels: Uint8Array | undefined;
  readonly imageShape: readonly [height: number, width: number];
  readonly classNames: readonly string[];
  /** Images that have an answer, and all. */
  readonly done: number;
  readonly total: number;
  readonly onAnswer: (label: number) => void;
}

/** One image, and what it may be. Nothing about it tells its class. */
export function Question({
  pixels,
  imageShape,
  classNames,
  done,
  total,
  onAnswer,
}: QuestionProps): JSX.Element {
  const [height, width] = imageShape;
  const place = `Image ${formatCount(done + 1)} of ${formatCount(total)}`;
  return (
    <section class="compete-question" aria-label="The image">
      <Progress label="Images that have an answer" share={done / total} text={place} />
      <div class="compete-image">
        <Picture pixels={pixels} width={width} height={height} size={224} alt={place} />
        {pixels === undefined && <p class="note">The image is on its way…</p>}
      </div>
      <div class="compete-answers" role="group" aria-label="What is it?">
        {classNames.map((name, label) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-keyshortcuts={`${label}`}
            disabled={pixels === undefined}
            onClick={() => onAnswer(label)}
          >
            <ClassLabel label={label} name={name} />
          </button>
        ))}
      </div>
    </section>
  );
}
