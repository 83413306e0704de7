import type { JoinedTeam, PostedCommand } from '@fashion-mnist/kernels';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type {
  DataType,
  NamedAttrMap,
  NamedTensorInfoMap,
  TensorInfo,
  TypedArray,
} from '@tensorflow/tfjs-core';
import { backend_util, getKernel, util } from '@tensorflow/tfjs-core';

type Values = backend_util.BackendValues;

/** What the backend knows of a tensor's data: JavaScript's array, the place in the shared memory, or both as one. */
interface SimdTensorData {
  readonly dtype: DataType;
  values?: Values;
  pointer?: number;
  refCount: number;
  complexTensorInfos?: { readonly real: TensorInfo; readonly imag: TensorInfo };
}

export interface KernelCall {
  readonly inputs: NamedTensorInfoMap;
  readonly attrs: NamedAttrMap;
}

/** What `tf.memory()` adds to its counts of tensors. */
export interface SimdMemory {
  readonly unreliable: boolean;
  readonly reasons: string[];
  /** Bytes of the shared memory that tensors take at the moment. */
  readonly allocatedBytes: number;
  /** Bytes that the shared memory has grown to; it never shrinks. */
  readonly reservedBytes: number;
}

interface Place {
  readonly pointer: number;
  readonly view: TypedArray;
}

const VIEWS: Partial<
  Record<DataType, Float32ArrayConstructor | Int32ArrayConstructor | Uint8ArrayConstructor>
> = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };

/** Kernels read and write whole vectors. */
const VECTOR_BYTES = 16;

/**
 * tfjs's backend `simd`. Tensors live in memory that all threads share; kernels of tfjs's cpu backend work on views of
 * it, and leave results in arrays of their own, which move to the shared memory when a compiled kernel needs them.
 */
export class SimdBackend extends MathBackendCPU {
  /** Whether it computes with vectors of 256 bits. */
  readonly hasWideVectors: boolean;
  readonly #team: JoinedTeam;
  /** What the kernel at work has made. */
  #made: object[] | undefined;

  constructor(team: JoinedTeam, { hasWideVectors }: { readonly hasWideVectors: boolean }) {
    super();
    this.#team = team;
    this.hasWideVectors = hasWideVectors;
  }

  /** How many threads compute, the caller's among them. */
  get threads(): number {
    return this.#team.threads;
  }

  /** Bytes of the shared memory that tensors take. */
  get allocatedBytes(): number {
    return this.#team.allocatedBytes;
  }

  override memory(): SimdMemory {
    const { allocatedBytes } = this;
    return {
      unreliable: false,
      reasons: [],
      allocatedBytes,
      reservedBytes: this.#team.memory.buffer.byteLength,
    };
  }

  override write(values: Values, shape: number[], dtype: DataType): object {
    const dataId = {};
    this.move(dataId, values, shape, dtype, 1);
    this.#made?.push(dataId);
    return dataId;
  }

  override move(dataId: object, values: Values, shape: number[], dtype: DataType, refCount: number): void {
    const data: SimdTensorData = { values: owned(values), dtype, refCount };
    this.data.set(dataId, data);
    if (dtype === 'complex64' && values != null) this.#divide(data, values as Float32Array, shape);
  }

  /** A copy of the values, which stays as it is whatever becomes of the tensor. */
  override readSync(dataId: object): Values {
    const values = super.readSync(dataId);
    return util.isTypedArray(values) ? values.slice() : values;
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

  /** Ends the threads. Tensors of the backend are lost. */
  override dispose(): void {
    void this.#team.dispose();
  }

  /**
   * Where the values of a tensor are in the shared memory: 4 bytes for a float32 or int32, 1 for a bool. There is room
   * for whole vectors behind the last one.
   */
  pointer({ dataId, dtype, shape }: TensorInfo): number {
    const data = this.#dataOf(dataId);
    if (data.dtype !== dtype) throw new RangeError(`expected data of ${dtype}, got ${data.dtype}`);
    if (data.pointer !== undefined) return data.pointer;
    const { pointer, view } = this.#place(util.sizeFromShape(shape), dtype);
    view.set(data.values as TypedArray);
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
    this.#made?.push(dataId);
    return { dataId, shape: [...shape], dtype };
  }

  /** Runs a kernel, and disposes of what it has made if it fails. */
  attempt<R>(compute: () => R): R {
    const outer = this.#made;
    const made: object[] = [];
    this.#made = made;
    try {
      const result = compute();
      outer?.push(...made);
      return result;
    } catch (error) {
      for (const dataId of made) this.disposeData(dataId, true);
      throw error;
    } finally {
      this.#made = outer;
    }
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
    if (kernel == null) throw new RangeError(`the cpu backend has no kernel ${kernelName}`);
    return kernel.kernelFunc({ inputs, attrs, backend: this });
  }

  #place(size: number, dtype: DataType): Place {
    const View = VIEWS[dtype];
    if (View === undefined) throw new RangeError(`tensors of ${dtype} have no place in the shared memory`);
    const pointer = this.#team.alloc(size * View.BYTES_PER_ELEMENT + VECTOR_BYTES);
    return { pointer, view: new View(this.#team.memory.buffer, pointer, size) };
  }

  /** Complex numbers are two tensors; from another backend they come as pairs. */
  #divide(data: SimdTensorData, pairs: Float32Array, shape: number[]): void {
    const { real, imag } = backend_util.splitRealAndImagArrays(pairs);
    const held = (values: Float32Array): TensorInfo => {
      const dataId = {};
      this.move(dataId, values, shape, 'float32', 1);
      return { dataId, shape, dtype: 'float32' };
    };
    data.complexTensorInfos = { real: held(real), imag: held(imag) };
    delete data.values;
  }

  #dataOf(dataId: object): SimdTensorData {
    return this.data.get(dataId);
  }
}

/** The cpu backend's kernels hand on views of their inputs; a view of shared memory would outlive what it shows. */
function owned(values: Values): Values {
  const isShared = ArrayBuffer.isView(values) && !(values.buffer instanceof ArrayBuffer);
  return isShared ? values.slice() : values;
}
