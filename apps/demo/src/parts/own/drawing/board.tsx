import './board.css';
import type { JSX, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { CELLS, type Place, type Sketch, type Stroke } from './drawing.ts';
import { useKeyPen } from './use-key-pen.ts';
import { type LiveStroke, useLiveStroke } from './use-live-stroke.ts';

/** Pixels of the canvas along each side. */
const BOARD_PIXELS = 560;

interface BoardProps {
  readonly sketch: Sketch;
  /** What the pen is: its tool, tone and width. */
  readonly pen: Omit<Stroke, 'places'>;
  readonly onStroke: (stroke: Stroke) => void;
  readonly onUndo: () => void;
}

/** White paper to draw on: by mouse, pen or finger, or by keys from cell to cell. */
export function Board({ sketch, pen, onStroke, onUndo }: BoardProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const stroke = useLiveStroke(canvas, sketch, pen, onStroke);
  const { place, isDown, onKeyDown, lift } = useKeyPen(stroke, onUndo);
  return (
    <div
      class="board"
      role="application"
      aria-label="Drawing board"
      aria-describedby="board-help"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={lift}
    >
      <canvas
        ref={canvas}
        width={BOARD_PIXELS}
        height={BOARD_PIXELS}
        data-testid="board"
        {...pointerHandlers(stroke)}
      />
      <i
        class="board-cursor"
        data-down={isDown}
        style={{ '--x': place.x - 0.5, '--y': place.y - 0.5 }}
        aria-hidden="true"
      />
      <span class="visually-hidden" role="status">
        {`Column ${place.x + 0.5}, row ${place.y + 0.5}, pen ${isDown ? 'down' : 'up'}`}
      </span>
    </div>
  );
}

type OnPointer = (event: TargetedPointerEvent<HTMLCanvasElement>) => void;
type PointerHandlers = Readonly<
  Record<'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel', OnPointer>
>;

/** One pointer draws at a time; it may leave the board while it is down. */
function pointerHandlers(stroke: LiveStroke): PointerHandlers {
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || stroke.isDown()) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      stroke.draw([placeOf(event, event.currentTarget)]);
    },
    onPointerMove: (event) => {
      const board = event.currentTarget;
      if (!board.hasPointerCapture(event.pointerId)) return;
      const moves = event.getCoalescedEvents();
      stroke.draw((moves.length > 0 ? moves : [event]).map((move) => placeOf(move, board)));
    },
    onPointerUp: (event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) stroke.finish();
    },
    onPointerCancel: () => stroke.giveUp(),
  };
}

/** In cells. */
function placeOf(event: PointerEvent, board: Element): Place {
  const { left, top, width, height } = board.getBoundingClientRect();
  return {
    x: ((event.clientX - left) * CELLS) / width,
    y: ((event.clientY - top) * CELLS) / height,
  };
}
