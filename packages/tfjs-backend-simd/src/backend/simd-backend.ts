import type { JoinedTeam, PostedCommand } from '@fashion-mnist/kernels';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type {
  backend_util,
  DataType,
  NamedAttrMap,
  NamedTensorInfoMap,
  TensorInfo,
} from '@tensorflow/tfjs-core';
import { getKernel, util } from '@tensorflow/tfjs-core';

type Values = backend_util.BackendValues;

/** What the backend knows of a tensor's data: JavaScript's array, the place in the shared memory, or both as one. */
interface SimdTensorData {
  readonly dtype: DataType;
  values?: Values;
  pointer?: number;
  refCount: number;
}

export interface KernelCall {
  readonly inputs: NamedTensorInfoMap;
  readonly attrs: NamedAttrMap;
}

/** Kernels read and write whole vectors. */
const VECTOR_BYTES = 16;

/**
 * tfjs's backend `simd`. Tensors live in memory that all threads share; kernels of tfjs's cpu backend work on views of
 * it, and leave results in arrays of their own, which move to the shared memory when a compiled kernel needs them.
 */
export class SimdBackend extends MathBackendCPU {
  readonly #team: JoinedTeam;

  constructor(team: JoinedTeam) {
    super();
    this.#team = team;
  }

  /** How many threads compute, the caller's among them. */
  get threads(): number {
    return this.#team.threads;
  }

  /** Bytes of shared memory that tensors take. */
  get allocatedBytes(): number {
    return this.#team.allocatedBytes;
  }

  override write(values: Values, _shape: number[], dtype: DataType): object {
    const dataId = {};
    this.data.set(dataId, { values: owned(values), dtype, refCount: 1 });
    return dataId;
  }

  override move(dataId: object, values: Values, _shape: number[], dtype: DataType, refCount: number): void {
    this.data.set(dataId, { values: owned(values), dtype, refCount });
  }

  override readSync(dataId: object): Values {
    return owned(super.readSync(dataId));
  }

  override async read(dataId: object): Promise<Values> {
    return this.readSync(dataId);
  }

  override disposeData(dataId: object, force = false): boolean {
    const pointer = this.data.has(dataId) ? this.#dataOf(dataId).pointer : undefined;
    const isGone = super.disposeData(dataId, force);
    if (isGone && pointer !== undefined) this.#team.free(pointer);
    return isGone;
  }

  override dispose(): void {
    void this.#team.dispose();
  }

  /** Where the values of a tensor are in the shared memory: 4 bytes for a float32 or int32, 1 for a bool. */
  pointer({ dataId, dtype, shape }: TensorInfo): number {
    const data = this.#dataOf(dataId);
    if (data.pointer !== undefined) return data.pointer;
    const size = util.sizeFromShape(shape);
    const { pointer, view } = this.#place(size, dtype);
    view.set(data.values as ArrayLike<number>);
    data.values = view;
    data.pointer = pointer;
    return pointer;
  }

  /** A new tensor in the shared memory, with any content. */
  output(shape: readonly number[], dtype: 'float32' | 'int32' | 'bool' = 'float32'): TensorInfo {
    const { pointer, view } = this.#place(util.sizeFromShape([...shape]), dtype);
    const dataId = {};
    const data: SimdTensorData = { values: view, pointer, dtype, refCount: 1 };
    this.data.set(dataId, data);
    return { dataId, shape: [...shape], dtype };
  }

  /** Lends memory for as long as a kernel runs. */
  withScratch<R>(byteLength: number, use: (pointer: number) => R): R {
    const pointer = this.#team.alloc(byteLength);
    try {
      return use(pointer);
    } finally {
      this.#team.free(pointer);
    }
  }

  /** Carries out commands in order, on all threads. */
  run(...commands: readonly PostedCommand[]): void {
    this.#team.run(commands);
  }

  /** What the cpu backend's kernel of that name makes of it. */
  fallback(kernelName: string, { inputs, attrs }: KernelCall): TensorInfo | TensorInfo[] {
    const kernel = getKernel(kernelName, 'cpu');
    if (kernel == null) throw new Error(`the cpu backend has no kernel ${kernelName}`);
    return kernel.kernelFunc({ inputs, attrs, backend: this });
  }

  #place(size: number, dtype: DataType): { pointer: number; view: Float32Array | Int32Array | Uint8Array } {
    const elementBytes = dtype === 'bool' ? 1 : 4;
    const pointer = this.#team.alloc(size * elementBytes + VECTOR_BYTES);
    const { buffer } = this.#team.memory;
    if (dtype === 'float32') return { pointer, view: new Float32Array(buffer, pointer, size) };
    if (dtype === 'int32') return { pointer, view: new Int32Array(buffer, pointer, size) };
    if (dtype === 'bool') return { pointer, view: new Uint8Array(buffer, pointer, size) };
    throw new Error(`tensors of ${dtype} have no place in the shared memory`);
  }

  #dataOf(dataId: object): SimdTensorData {
    return this.data.get(dataId) as SimdTensorData;
  }
}

/** The cpu backend's kernels hand on views of their inputs; a view of shared memory would outlive what it shows. */
function owned(values: Values): Values {
  const isShared = ArrayBuffer.isView(values) && !(values.buffer instanceof ArrayBuffer);
  return isShared ? (values as Float32Array).slice() : values;
}
