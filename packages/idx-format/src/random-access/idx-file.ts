import type { IdxByteOrder } from '../byte-order.ts';
import { toTypedArray } from '../element-bytes.ts';
import type { IdxElementType, IdxTypedArray } from '../element-type.ts';
import type { IdxHeader } from '../parse-header.ts';
import type { IdxArray } from '../parse-idx.ts';
import { type RandomAccessSource, readExactly, sourceError } from './random-access-source.ts';

/** When a read of records is given up. */
export interface ReadRecordsOptions {
  /** Ends the read; rejects with its reason. The file stays open. */
  readonly signal?: AbortSignal;
}

/** An open IDX file; reads may overlap. A record is a slice along the first dimension. */
export class IdxFile<T extends IdxElementType = IdxElementType> {
  readonly type: T;
  readonly shape: readonly number[];
  readonly recordCount: number;
  readonly recordShape: readonly number[];
  readonly #source: RandomAccessSource;
  readonly #header: IdxHeader;
  readonly #byteOrder: IdxByteOrder | undefined;
  #isOpen = true;

  constructor(source: RandomAccessSource, header: IdxHeader, byteOrder: IdxByteOrder | undefined) {
    const [recordCount = 0, ...recordShape] = header.shape;
    this.type = header.type as T;
    this.shape = header.shape;
    this.recordCount = recordCount;
    this.recordShape = recordShape;
    this.#source = source;
    this.#header = header;
    this.#byteOrder = byteOrder;
  }

  /**
   * One record, of shape `recordShape`.
   *
   * @throws {RangeError} The index is not in `0..recordCount - 1`.
   * @throws {IdxFormatError} `E_IDX_SOURCE` - the file changed or is closed; `E_GZIP_*` - a block is damaged.
   */
  async read(index: number, options: ReadRecordsOptions = {}): Promise<IdxArray<T>> {
    return { data: await this.#read(index, index + 1, options), shape: this.recordShape };
  }

  /**
   * The records `start..end - 1`, of shape `[end - start, ...recordShape]`.
   *
   * @throws {RangeError} Not `0 <= start <= end <= recordCount`.
   * @throws {IdxFormatError} As `read`.
   */
  async readRange(start: number, end: number, options: ReadRecordsOptions = {}): Promise<IdxArray<T>> {
    return { data: await this.#read(start, end, options), shape: [end - start, ...this.recordShape] };
  }

  /** Closes what was opened. No read may follow. */
  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#source.close?.();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #read(start: number, end: number, { signal }: ReadRecordsOptions): Promise<IdxTypedArray<T>> {
    const { recordCount } = this;
    const isRange = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end;
    if (!isRange || end > recordCount) {
      throw new RangeError(`expected records within 0..${recordCount}, got ${start}..${end}`);
    }
    if (!this.#isOpen) throw sourceError('an open file', 'one that was closed');
    const { type, headerBytes, payloadBytes } = this.#header;
    const recordBytes = payloadBytes / Math.max(1, recordCount);
    const [offset, length] = [headerBytes + start * recordBytes, (end - start) * recordBytes];
    const bytes = await readExactly(this.#source, offset, length, signal);
    return toTypedArray(bytes, type, this.#byteOrder) as IdxTypedArray<T>;
  }
}
