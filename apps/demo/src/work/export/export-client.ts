import type { Remote } from 'comlink';
import { openRemote } from '../remote.ts';
import type { ExportService } from './export-service.ts';

/** Lends a worker that makes files, for as long as they take. */
export async function withExporter<T>(make: (exporter: Remote<ExportService>) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), {
    type: 'module',
    name: 'export',
  });
  try {
    return await openRemote<ExportService>(worker).ask(make);
  } finally {
    worker.terminate();
  }
}
