import { reportPlot } from '../plot/report-plot.ts';
import type { ReportRow } from '../report-row.ts';
import { VIEWS, type View } from '../views.ts';
import { nearestMark, type PlacedMark } from './nearest-mark.ts';
import { allElements, requireElement } from './require-element.ts';
import { createTooltip } from './tooltip.ts';

export interface PlotsOptions {
  /** A mark is pointed at or has the focus; undefined when it no longer is. */
  readonly onPoint: (row: number | undefined) => void;
  readonly onChoose: (row: number) => void;
}

/** The plot of the view. */
export interface Plots {
  update(view: View, shown: ReadonlySet<number>): void;
  /** Lifts a mark out of the others, or none. */
  emphasise(row: number | undefined): void;
}

const LEAST_HEIGHT = 300;
const MOST_HEIGHT = 440;

export function createPlots(rows: readonly ReportRow[], options: PlotsOptions): Plots {
  const canvases = new Map(
    VIEWS.map((view) => [view, requireElement(`figure[data-view=${view}] .canvas`, HTMLDivElement)]),
  );
  const tooltip = createTooltip();
  let current: { readonly view: View; readonly shown: ReadonlySet<number> } | undefined;

  const draw = () => {
    const canvas = current === undefined ? undefined : canvases.get(current.view);
    if (current === undefined || canvas === undefined || canvas.clientWidth === 0) return;
    const { view, shown } = current;
    const width = Math.round(canvas.clientWidth);
    const height = Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, width * 0.55)));
    canvas.innerHTML = reportPlot(rows, view, { width, height }).text;
    const marks = allElements('.mark', SVGPathElement, canvas);
    for (const mark of marks) mark.toggleAttribute('data-hidden', !shown.has(rowOf(mark)));
    const first = marks.find((mark) => shown.has(rowOf(mark)));
    for (const mark of marks) mark.setAttribute('tabindex', mark === first ? '0' : '-1');
  };

  const resized = new ResizeObserver(draw);
  for (const canvas of canvases.values()) {
    resized.observe(canvas);
    listen(canvas, options, (mark) => {
      const row = mark === undefined ? undefined : rows[rowOf(mark)];
      if (mark === undefined || row === undefined || current === undefined) tooltip.hide();
      else tooltip.show(row, current.view, mark.getBoundingClientRect());
    });
  }
  return {
    update(view, shown) {
      current = { view, shown };
      tooltip.hide();
      draw();
    },
    emphasise(row) {
      for (const mark of allElements('.mark', SVGPathElement))
        mark.classList.toggle('pointed', rowOf(mark) === row);
    },
  };
}

function rowOf(mark: SVGPathElement): number {
  return Number(mark.dataset['row']);
}

/** Pointing and the focus show what a mark is; arrow keys go from mark to mark, from left to right. */
function listen(
  canvas: HTMLElement,
  { onPoint, onChoose }: PlotsOptions,
  showMark: (mark: SVGPathElement | undefined) => void,
): void {
  const point = (mark: SVGPathElement | undefined) => {
    showMark(mark);
    onPoint(mark === undefined ? undefined : rowOf(mark));
  };
  const meant = ({ clientX, clientY }: MouseEvent) =>
    nearestMark(visibleMarks(canvas), clientX, clientY)?.mark;

  canvas.addEventListener('pointermove', (event) => point(meant(event)));
  canvas.addEventListener('pointerleave', () => point(undefined));
  canvas.addEventListener('focusin', ({ target }) => {
    if (target instanceof SVGPathElement) point(target);
  });
  canvas.addEventListener('focusout', () => point(undefined));
  canvas.addEventListener('click', (event) => {
    const mark = meant(event);
    point(mark);
    if (mark !== undefined) onChoose(rowOf(mark));
  });
  canvas.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof SVGPathElement)) return;
    if (key === 'Enter') onChoose(rowOf(target));
    if (key === 'Escape') target.blur();
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
    if (step === undefined) return;
    event.preventDefault();
    moveFocus(canvas, target, step);
  });
}

function visibleMarks(canvas: HTMLElement): readonly PlacedMark[] {
  return allElements('.mark:not([data-hidden])', SVGPathElement, canvas).map((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    return { mark, x: left + width / 2, y: top + height / 2 };
  });
}

function moveFocus(canvas: HTMLElement, from: SVGPathElement, step: number): void {
  const marks = visibleMarks(canvas)
    .toSorted((a, b) => a.x - b.x)
    .map(({ mark }) => mark);
  const next = marks[marks.indexOf(from) + step];
  if (next === undefined) return;
  from.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}
