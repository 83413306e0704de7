import { ELEMENT_FORMATS, type IdxElementType, type IdxTypedArray } from './element-type.ts';
import { IdxFormatError } from './errors.ts';

/**
 * Numbers as elements of a type; floats are rounded to the nearest.
 *
 * @throws {IdxFormatError} `E_IDX_VALUE` - one is out of range or, for the integers, not whole.
 */
export function convertElements(values: ArrayLike<number>, type: IdxElementType): IdxTypedArray {
  const { byteSize, TypedArray } = ELEMENT_FORMATS[type];
  const elements = new TypedArray(new ArrayBuffer(values.length * byteSize), 0, values.length);
  const isFloat = type.startsWith('float');
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    elements[i] = typeof value === 'number' ? value : 0;
    const element = elements[i] as number;
    const fits = isFloat ? Number.isFinite(element) === Number.isFinite(value) : element === value;
    if (!fits) throw misfit(value, i, type);
  }
  return elements;
}

function misfit(value: unknown, index: number, type: IdxElementType): IdxFormatError {
  return new IdxFormatError('E_IDX_VALUE', {
    expected: `a value that fits ${type}`,
    got: `${String(value)} at index ${index}`,
  });
}
