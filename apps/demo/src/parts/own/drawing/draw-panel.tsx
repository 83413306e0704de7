import './draw-panel.css';
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { notifyError } from '../../../state/notices.ts';
import { Choice } from '../../../ui/choice.tsx';
import { addPhotos, removeSketch } from '../garments/garments.ts';
import { Board } from './board.tsx';
import {
  addStroke,
  clearBoard,
  type Drawing,
  EMPTY_DRAWING,
  type Sketch,
  type Tool,
  undo,
} from './drawing.ts';
import { photoOf } from './paint-sketch.ts';

const TONES = [
  { value: '24', title: 'Black' },
  { value: '96', title: 'Dark' },
  { value: '168', title: 'Light' },
] as const;

const WIDTHS = [
  { value: '1', title: 'Fine' },
  { value: '2.5', title: 'Medium' },
  { value: '5', title: 'Broad' },
] as const;

const TOOL_TITLES: readonly { readonly value: Tool; readonly title: string }[] = [
  { value: 'shape', title: 'Shape' },
  { value: 'brush', title: 'Brush' },
  { value: 'eraser', title: 'Eraser' },
];

/** Of a shape's outline, in cells. */
const OUTLINE = 0.5;

const drawing = signal<Drawing>(EMPTY_DRAWING);
const tool = signal<Tool>('shape');
const tone = signal<string>('96');
const width = signal<string>('2.5');

/** Draws a garment; its answer follows every stroke. */
export function DrawPanel(): JSX.Element {
  const { sketch, past } = drawing.value;
  const pen = {
    tool: tool.value,
    tone: Number(tone.value),
    width: tool.value === 'shape' ? OUTLINE : Number(width.value),
  };
  const takeBack = () => draw(undo(drawing.value));
  return (
    <div class="draw">
      <Board
        sketch={sketch}
        pen={pen}
        onStroke={(stroke) => draw(addStroke(drawing.value, stroke))}
        onUndo={takeBack}
      />
      <PenChoice />
      <div class="draw-actions">
        <button type="button" class="button" disabled={past.length === 0} onClick={takeBack}>
          Undo
        </button>
        <button
          type="button"
          class="button"
          disabled={sketch.strokes.length === 0}
          onClick={() => {
            drawing.value = clearBoard(drawing.value);
          }}
        >
          Clear
        </button>
      </div>
      <p class="note" id="board-help">
        {tool.value === 'shape' ? 'Go around an outline: it is filled. ' : ''}
        By keyboard: arrows move, Space puts the pen down and takes it up, Ctrl+Z undoes. Clear begins another
        garment.
      </p>
    </div>
  );
}

function PenChoice(): JSX.Element {
  return (
    <div class="draw-tools">
      <Choice
        legend="Tool"
        options={TOOL_TITLES}
        value={tool.value}
        onChange={(value) => {
          tool.value = value;
        }}
      />
      {tool.value !== 'eraser' && (
        <Choice
          legend="Tone"
          options={TONES}
          value={tone.value}
          onChange={(value) => {
            tone.value = value;
          }}
        />
      )}
      {tool.value !== 'shape' && (
        <Choice
          legend="Width"
          options={WIDTHS}
          value={width.value}
          onChange={(value) => {
            width.value = value;
          }}
        />
      )}
    </div>
  );
}

function draw(next: Drawing): void {
  const left = drawing.value.sketch;
  drawing.value = next;
  if (next.sketch.strokes.length === 0 && next.sketch.number === left.number) removeSketch(left.number);
  else if (next.sketch.strokes.length > 0)
    void take(next.sketch).catch((error: unknown) => notifyError(error, 'The drawing was not taken'));
}

async function take(sketch: Sketch): Promise<void> {
  const photo = await photoOf(sketch.strokes);
  if (drawing.value.sketch !== sketch) return;
  const name = `drawing-${sketch.number + 1}.png`;
  await addPhotos([{ name, origin: 'drawn', photo, sketch: sketch.number }]);
}
