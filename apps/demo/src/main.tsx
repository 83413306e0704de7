import './app/theme.css';
import './app/app.css';
import './ui/ui.css';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { requireElement } from './app/require-element.ts';
import { openDatasets } from './state/datasets.ts';

void openDatasets();
render(<App />, requireElement('#app', HTMLElement));
