import { ReadableStream } from 'node:stream/web';
import type { NdArray } from '@fashion-mnist/core';
import { ZipWriter } from '@zip.js/zip.js';
import { batches } from './batches.ts';
import type { ExportFile, ExportJob } from './export-file.ts';
import { npyHeader } from './npy.ts';

/** Zip files hold the local time of a clock: a fixed one, so that the same arrays are the same bytes everywhere. */
const NOON_OF_THE_FIRST_DAY = () => new Date(1980, 0, 1, 12);

/**
 * One NumPy archive under the names that Keras uses: `x_train`, `y_train`, `x_test`, `y_test`. Stored as `np.savez`
 * does, not deflated.
 */
export function npzFiles(job: ExportJob): readonly ExportFile[] {
  return [{ path: `${job.definition.name}.npz`, content: npzChunks(job) }];
}

async function* npzChunks({ splits, onPictures }: ExportJob): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, {
    level: 0,
    useWebWorkers: false,
    lastModDate: NOON_OF_THE_FIRST_DAY(),
    extendedTimestamp: false,
  });
  async function addAll(): Promise<void> {
    for (const { split, images, labels } of splits) {
      await add(zip, `x_${split}`, images, onPictures);
      await add(zip, `y_${split}`, { data: labels, shape: [labels.length] });
    }
    await zip.close();
  }
  const added = addAll().catch(async (error: unknown) => {
    await writable.abort(error).catch(() => {});
  });
  yield* readable;
  await added;
}

async function add(
  zip: ZipWriter<unknown>,
  name: string,
  array: NdArray<Uint8Array>,
  onRecords?: (count: number) => void,
): Promise<void> {
  const header = npyHeader(array);
  const chunks = ReadableStream.from(npyChunks(header, array, onRecords));
  await zip.add(`${name}.npy`, {
    readable: chunks as globalThis.ReadableStream<Uint8Array>,
    size: header.length + array.data.length,
  });
}

function* npyChunks(
  header: Uint8Array,
  array: NdArray<Uint8Array>,
  onRecords?: (count: number) => void,
): Generator<Uint8Array> {
  yield header;
  yield* batches(array, onRecords);
}
