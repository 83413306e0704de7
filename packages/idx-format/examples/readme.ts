import { encodeIdx, IdxFormatError, parseIdx } from '@fashion-mnist/idx-format';

const file = encodeIdx({ data: Uint8Array.of(0, 64, 128, 192, 224, 255), shape: [1, 2, 3] });
const { data, shape } = parseIdx(file, { type: 'uint8' });
console.log(`${file.length} bytes hold [${shape.join(', ')}]: ${data.join(' ')}`);

try {
  parseIdx(file.subarray(0, 20));
} catch (error) {
  if (!(error instanceof IdxFormatError)) throw error;
  console.log(`${error.code}: ${error.message}`);
}
