import { encodeIdx, openIdx, parseIdx, readIdx } from '@fashion-mnist/idx-format';

const file = encodeIdx({ data: Uint8Array.of(0, 64, 128, 192, 224, 255), shape: [3, 1, 2] });
const { data, shape } = parseIdx(file, { type: 'uint8' });
console.log(`${file.length} bytes hold [${shape.join(', ')}]: ${data.join(' ')}`);

// A stream, such as the body of a fetch, may be gzipped and of any size.
for await (const image of readIdx([file])) {
  console.log(`image ${image.index + 1} of ${image.count}: ${image.data.join(' ')}`);
}

// A path, a URL, a Blob: only what is read is loaded.
const images = await openIdx(file);
console.log(`the last: ${(await images.read(2)).data.join(' ')}`);
await images.close();
