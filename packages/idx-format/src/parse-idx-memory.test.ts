import { describe, expect, it } from 'vitest';
import { parseIdx } from './parse-idx.ts';
import { parseIdxGz } from './parse-idx-gz.ts';
import { resizableBytes } from './resizable-bytes.ts';

const file = Uint8Array.of(0, 0, 0x0b, 1, 0, 0, 0, 2, 1, 2, 3, 4);
const data = Int16Array.of(258, 772);

describe('bytes whose buffer changes', () => {
  it('are read from a resizable buffer', () => {
    expect(parseIdx(resizableBytes(file).bytes).data).toEqual(data);
  });

  it.each(Array.from({ length: file.length }, (_, length) => length))(
    'are refused when the buffer has shrunk to %i bytes before',
    (length) => {
      const { bytes, shrinkTo } = resizableBytes(file);
      shrinkTo(length);
      expect(() => parseIdx(bytes)).toThrowError(
        expect.objectContaining({ code: length < 8 ? 'E_IDX_SHORT_HEADER' : 'E_IDX_TRUNCATED' }),
      );
    },
  );

  it('are refused when a view of fixed length no longer fits', () => {
    const { bytes, shrinkTo } = resizableBytes(file);
    const view = new Uint8Array(bytes.buffer, 2, 10);
    shrinkTo(5);
    expect(() => parseIdx(view)).toThrowError(expect.objectContaining({ code: 'E_IDX_SHORT_HEADER' }));
  });

  it('are refused when the buffer was transferred', async () => {
    const bytes = file.slice();
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    const refusal = expect.objectContaining({ code: 'E_IDX_SHORT_HEADER' });
    expect(() => parseIdx(bytes)).toThrowError(refusal);
    await expect(parseIdxGz(bytes)).rejects.toEqual(refusal);
  });
});
