import './toolbar.css';
import type { ViewerTool } from '@fashion-mnist/visualize/view';
import type { JSX } from 'preact';
import { paneOf, tool } from '../model/panes.ts';
import { shown } from '../model/view.ts';

interface ToolButton {
  readonly tool: ViewerTool;
  readonly title: string;
  readonly path: string;
}

const TOOLS: readonly ToolButton[] = [
  {
    tool: 'pan',
    title: 'Move (V)',
    path: 'M10 3v14M3 10h14M7.5 5.5 10 3l2.5 2.5M7.5 14.5 10 17l2.5-2.5M5.5 7.5 3 10l2.5 2.5M14.5 7.5 17 10l-2.5 2.5',
  },
  {
    tool: 'lasso',
    title: 'Select with a lasso (L)',
    path: 'M6.5 13C4 12 3 10.5 3 9c0-3 3.5-5 7-5s7 2 7 4.5S14 13.5 10 13.5c-2 0-3.5-1-3.5-2.200S8 9.5 9 10.5s0 4.5-3 6.5',
  },
  {
    tool: 'box',
    title: 'Select with a box (B)',
    path: 'M4 7V4h3M13 4h3v3M16 13v3h-3M7 16H4v-3M9 4h2M9 16h2M4 9v2M16 9v2',
  },
];
const ZOOM_STEP = 1.6;

/** What the mouse does on the maps, and how near they are. */
export function Toolbar(): JSX.Element {
  return (
    <div class="map-tools">
      <div role="group" aria-label="What dragging does">
        {TOOLS.map((button) => (
          <IconButton
            key={button.tool}
            title={button.title}
            path={button.path}
            isPressed={tool.value === button.tool}
            onClick={() => (tool.value = button.tool)}
          />
        ))}
      </div>
      <div role="group" aria-label="Zoom">
        <IconButton title="Nearer (+)" path="M10 4v12M4 10h12" onClick={() => zoomBy(ZOOM_STEP)} />
        <IconButton title="Farther (−)" path="M4 10h12" onClick={() => zoomBy(1 / ZOOM_STEP)} />
        <IconButton
          title="Show all (0)"
          path="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4M8 10h4M10 8v4"
          onClick={fitAll}
        />
      </div>
    </div>
  );
}

interface IconButtonProps {
  readonly title: string;
  readonly path: string;
  readonly isPressed?: boolean;
  readonly onClick: () => void;
}

function IconButton({ title, path, isPressed, onClick }: IconButtonProps): JSX.Element {
  return (
    <button type="button" aria-pressed={isPressed} aria-label={title} title={title} onClick={onClick}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  );
}

function zoomBy(factor: number): void {
  for (const { entry } of shown.peek()) paneOf(entry.name).viewer.peek()?.zoom(factor);
}

function fitAll(): void {
  for (const { entry } of shown.peek()) paneOf(entry.name).viewer.peek()?.fit();
}
