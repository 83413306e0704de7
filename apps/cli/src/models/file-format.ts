/** What files of networks and checkpoints of trainings are called in themselves. */
export const NETWORK_FORMAT = 'fashion-mnist-network';
export const TRAINING_FORMAT = 'fashion-mnist-training';

const LENGTH_BYTES = 8;

/**
 * Which kind of model a safetensors file says it is; undefined for other files, and for damaged ones. Nothing is checked:
 * that is for whoever opens it.
 *
 * @see https://github.com/huggingface/safetensors#format
 */
export function fileFormat(bytes: Uint8Array): string | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint32(0, true);
  if (view.getUint32(4, true) !== 0 || headerBytes > bytes.length - LENGTH_BYTES) return undefined;
  const header = new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + headerBytes));
  try {
    const parsed = JSON.parse(header) as { readonly __metadata__?: { readonly format?: string } } | null;
    return parsed?.['__metadata__']?.format;
  } catch {
    return undefined;
  }
}
