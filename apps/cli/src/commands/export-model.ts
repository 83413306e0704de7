import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ModelsError } from '@fashion-mnist/models';
import {
  type ExportOptions,
  exportLayersModel,
  exportOnnx,
  loadNetwork,
  type Network,
} from '@fashion-mnist/models/deep';
import type { CommandContext, CommonOptions } from '../context.ts';
import { fileFormat, NETWORK_FORMAT } from '../models/file-format.ts';
import type { ModelFormat } from '../networks/model-format.ts';
import { readNetworkNotes } from '../networks/open-network.ts';
import { startBackend } from '../networks/start-backend.ts';
import { type PublishOptions, publishTogether } from '../output/publish-together.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import { formatCount } from '../terminal/format.ts';

export interface ExportModelCommandOptions extends CommonOptions {
  readonly to: ModelFormat;
  readonly out: string;
  readonly force?: boolean;
}

/** Writes a network of a file as other programs read it: it takes pictures prepared as the notes in it say. */
export async function exportModelCommand(
  path: string,
  { to, out, force = false }: ExportModelCommandOptions,
  { signal, progress, print }: CommandContext,
): Promise<void> {
  await requireFree(out, to === 'onnx' ? 'file' : 'folder', force);
  const bytes = await readFile(path, { signal });
  const format = fileFormat(bytes);
  if (format !== undefined && format !== NETWORK_FORMAT)
    throw new ModelsError('E_MODEL', `${path}: expected a network, got a file of ${format}`);
  const { name, notes } = await readNetworkNotes(path, bytes);
  await startBackend(1, progress.warn);
  const network = await loadNetwork(bytes);
  const { classNames, dataset, preparation } = notes;
  const about = { classNames, notes: { dataset, preparation: JSON.stringify(preparation) } };
  if (to === 'onnx') await writeOutput(out, exportOnnx(network, about), { force, signal });
  else await writeLayersModel(out, network, about, { force, signal });
  const { parameterCount, inputShape } = network;
  network.dispose();
  print(
    [
      `${name}, ${formatCount(parameterCount)} parameters, takes [${shapeIn(to, inputShape).join(', ')}]`,
      `wrote ${out}`,
    ],
    { network: name, to, parameterCount, inputShape: shapeIn(to, inputShape), preparation, out },
  );
}

/** ONNX has channels first. */
function shapeIn(to: ModelFormat, [height = 0, width = 0, channels = 0]: readonly number[]) {
  const shape = to === 'onnx' ? [channels, height, width] : [height, width, channels];
  return ['batch', ...shape];
}

/** A folder, replaced as a whole. */
async function writeLayersModel(
  folder: string,
  network: Network,
  about: ExportOptions,
  options: PublishOptions,
): Promise<void> {
  const { modelJson, weights } = exportLayersModel(network, about);
  const place = resolve(folder);
  await publishTogether(dirname(place), options, async (work) => {
    const made = join(work, basename(place));
    await mkdir(made);
    const written = { signal: options.signal, flush: true };
    await writeFile(join(made, 'model.json'), JSON.stringify(modelJson), written);
    await writeFile(join(made, 'weights.bin'), weights, written);
  });
}
