import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, deflate, type RawEntry, zipBytes } from '../../test/zip-bytes.ts';
import { openZip } from './open-zip.ts';

const AMPLE = { maxBytes: 2 ** 20 };
const hello = new TextEncoder().encode('hello');
const noise = Uint8Array.from(
  { length: 2 ** 21 },
  (_, index) => (Math.imul(index, 0x9e3779b1) >>> 13) & 0xff,
);

/** An archive as other programs write it. */
async function writeZip(
  files: Readonly<Record<string, Uint8Array>>,
  options = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [name, bytes] of Object.entries(files)) await writer.add(name, new Uint8ArrayReader(bytes));
  return new Uint8Array(await writer.close());
}

/** A blob that counts the bytes that are read of it. */
function countingBlob(bytes: Uint8Array<ArrayBuffer>) {
  let bytesRead = 0;
  const blob = new Blob([bytes]);
  const slice = (start: number, end: number) => ({
    arrayBuffer: () => {
      const part = blob.slice(start, end);
      bytesRead += part.size;
      return part.arrayBuffer();
    },
  });
  return { blob: { size: blob.size, slice } as unknown as Blob, bytesRead: () => bytesRead };
}

const archiveFailure = (message: RegExp) => ({
  code: 'E_ARCHIVE',
  message: expect.stringMatching(message) as string,
});

describe('openZip', () => {
  it('lists the files with their sizes, without the folders, and unpacks the one that is asked for', async () => {
    const archive = await openZip(await writeZip({ 'a/one.txt': hello, 'two.bin': new Uint8Array(5000) }));
    expect(archive.members).toEqual([
      { name: 'a/one.txt', byteLength: 5 },
      { name: 'two.bin', byteLength: 5000 },
    ]);
    expect(await archive.read('a/one.txt', AMPLE)).toEqual(hello);
    expect(await archive.read('two.bin', AMPLE)).toEqual(new Uint8Array(5000));
  });

  it('leaves folders out', async () => {
    const { members } = await openZip(
      zipBytes([
        { name: 'a/', data: new Uint8Array() },
        { name: 'a/b', data: hello },
      ]),
    );
    expect(members.map(({ name }) => name)).toEqual(['a/b']);
  });

  it('reads zip64, and entries whose sizes follow their data', async () => {
    for (const options of [{ zip64: true }, { dataDescriptor: true, level: 9 }, { level: 0 }]) {
      const archive = await openZip(await writeZip({ 'one.txt': hello }, options));
      expect(await archive.read('one.txt', AMPLE)).toEqual(hello);
    }
  });

  it('reads the same file again, and two at once', async () => {
    const archive = await openZip(await writeZip({ one: hello, two: noise }));
    const [one, two] = await Promise.all([
      archive.read('one', AMPLE),
      archive.read('two', { maxBytes: noise.length }),
    ]);
    expect(one).toEqual(hello);
    expect(two.every((byte, index) => byte === noise[index])).toBe(true);
    expect(await archive.read('one', AMPLE)).toEqual(hello);
  });

  it('reads of a file on disk the directory and the part that is asked for', async () => {
    const zip = await writeZip({ before: noise, wanted: hello, after: noise }, { level: 0 });
    const { blob, bytesRead } = countingBlob(zip);
    const archive = await openZip(blob);
    expect(await archive.read('wanted', AMPLE)).toEqual(hello);
    expect(zip.length).toBeGreaterThan(2 * noise.length);
    // The end of the directory is looked for in the last 64 KiB, where a comment may hide it.
    expect(bytesRead()).toBeLessThan(2 ** 17);
  });

  it('takes a view into larger memory', async () => {
    const zip = await writeZip({ one: hello });
    const memory = new Uint8Array(zip.length + 20);
    memory.set(zip, 7);
    const archive = await openZip(memory.subarray(7, 7 + zip.length));
    expect(await archive.read('one', AMPLE)).toEqual(hello);
  });

  it.each<{ what: string; entries: RawEntry[]; message: RegExp }>([
    {
      what: 'a name twice',
      entries: [
        { name: 'x', data: hello },
        { name: 'x', data: hello },
      ],
      message: /^zip: expected every name once, got "x" twice$/,
    },
    {
      what: 'an encrypted entry',
      entries: [{ name: 'x', data: hello, flags: 1 }],
      message: /entries without a password, got "x" encrypted$/,
    },
    {
      what: 'an unusual method',
      entries: [{ name: 'x', data: hello, method: 12 }],
      message: /entries stored or deflated, got "x" with method 12$/,
    },
    {
      what: 'two entries with the same bytes',
      entries: [
        { name: 'x', data: hello },
        { name: 'y', data: hello, declaredOffset: 0 },
      ],
      message: /^zip: expected entries that lie side by side, got "x" overlapping what follows it$/,
    },
    {
      what: 'an entry that reaches into the directory',
      entries: [
        { name: 'x', data: hello },
        { name: 'y', data: hello, declaredOffset: 37 },
      ],
      message: /side by side, got "y"/,
    },
    {
      what: 'a stored entry larger than its bytes',
      entries: [{ name: 'x', data: hello, declaredSize: 10 ** 9 }],
      message: /at most 5 bytes in the 5 of "x", got 1000000000/,
    },
    {
      what: 'a deflated entry larger than deflate can say',
      entries: [{ name: 'x', data: hello, method: 8, declaredSize: 5161 }],
      message: /at most 5160 bytes in the 5 of "x", got 5161$/,
    },
    {
      what: 'an entry that begins beyond the end',
      entries: [
        { name: 'x', data: hello },
        { name: 'y', data: hello, declaredOffset: 10 ** 6 },
      ],
      message: /side by side/,
    },
  ])('refuses $what', async ({ entries, message }) => {
    await expect(openZip(zipBytes(entries))).rejects.toMatchObject(archiveFailure(message));
  });

  it.each([
    '',
    '/',
    '..',
    '../x',
    'a/../../x',
    'a/..',
    './x',
    'a//x',
    '/etc/passwd',
    'C:x',
    'a\\x',
    '..\\x',
    'a\0x',
    '../',
  ])('refuses the unsafe name %j', async (name) => {
    const safe: RawEntry = { name: 'safe', data: hello };
    await expect(openZip(zipBytes([safe, { name, data: hello }]))).rejects.toMatchObject(
      archiveFailure(/names that stay inside the archive, got "/),
    );
  });

  it('refuses more than 10,000 entries, and takes 10,000', async () => {
    const entries = Array.from({ length: 10_001 }, (_, index) => ({
      name: `${index}`,
      data: new Uint8Array(),
    }));
    await expect(openZip(zipBytes(entries))).rejects.toMatchObject(
      archiveFailure(/^zip: expected at most 10000 entries, got more$/),
    );
    expect((await openZip(zipBytes(entries.slice(1)))).members).toHaveLength(10_000);
  });

  it('refuses a directory larger than any that it would take, before reading it', async () => {
    const zip = zipBytes([{ name: 'x', data: hello }]);
    const padded = new Uint8Array(2 ** 25);
    padded.set(zip.subarray(-22), padded.length - 22);
    const view = new DataView(padded.buffer, padded.length - 22);
    view.setUint32(12, padded.length - 22, true);
    view.setUint32(16, 0, true);
    padded.set([0x50, 0x4b, 1, 2]);
    const { blob, bytesRead } = countingBlob(padded);
    await expect(openZip(blob)).rejects.toMatchObject(archiveFailure(/directory of at most/));
    expect(bytesRead()).toBeLessThan(2 ** 17);
  });

  it.each([
    { what: 'nothing', bytes: new Uint8Array(), message: /which begins "PK", not ""/ },
    {
      what: 'a page',
      bytes: new TextEncoder().encode('<html><body>Not found, please log in</body></html>'),
      message: /which begins "PK", not "<html><body>Not/,
    },
    {
      what: 'bytes before it',
      bytes: zipBytes([{ name: 'x', data: hello }], { prefix: hello }),
      message: /prepended/,
    },
    {
      what: 'bytes behind it',
      bytes: zipBytes([{ name: 'x', data: hello }], { suffix: hello }),
      message: /appended/,
    },
  ])('refuses $what', async ({ bytes, message }) => {
    await expect(openZip(bytes)).rejects.toMatchObject(archiveFailure(message));
  });

  it('refuses an archive that is cut off anywhere', async () => {
    const zip = zipBytes([{ name: 'x', data: hello }]);
    for (let length = 0; length < zip.length; length++) {
      await expect(openZip(zip.subarray(0, length))).rejects.toMatchObject({ code: 'E_ARCHIVE' });
    }
  });

  it('never gives other bytes for a flipped bit', async () => {
    const data = await deflate(new TextEncoder().encode('hello, hello, hello and once more: hello'));
    const zip = await writeZip({ one: hello, two: data });
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * zip.length - 1), async (position) => {
        const damaged = zip.slice();
        damaged[position >> 3] = (damaged[position >> 3] ?? 0) ^ (1 << (position & 7));
        const read = async () => (await openZip(damaged)).read('one', AMPLE);
        const outcome = await read().catch((error: unknown) => error);
        if (outcome instanceof Uint8Array) expect(outcome).toEqual(hello);
        else expect(outcome).toMatchObject({ code: 'E_ARCHIVE' });
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('a file of a zip archive', () => {
  const read = async (entry: RawEntry, maxBytes = 2 ** 20) =>
    (await openZip(zipBytes([entry]))).read(entry.name, { maxBytes });

  it('is not there under another name', async () => {
    const archive = await openZip(zipBytes([{ name: 'x', data: hello }]));
    await expect(archive.read('X', AMPLE)).rejects.toMatchObject(archiveFailure(/expected X, got x$/));
  });

  it('is refused before it is unpacked when it is larger than asked for', async () => {
    const zip = await writeZip({ zeros: new Uint8Array(2 ** 20) });
    const { blob, bytesRead } = countingBlob(zip);
    const archive = await openZip(blob);
    const before = bytesRead();
    await expect(archive.read('zeros', { maxBytes: 2 ** 20 - 1 })).rejects.toMatchObject(
      archiveFailure(/at most 1048575 bytes in zeros, got 1048576/),
    );
    expect(bytesRead()).toBe(before);
  });

  it('is refused when it unpacks to more than it declares', async () => {
    const data = await deflate(new Uint8Array(2 ** 22));
    await expect(read({ name: 'bomb', data, method: 8, declaredSize: 100 })).rejects.toMatchObject(
      archiveFailure(/bomb|100 bytes/),
    );
  });

  it('is refused when it unpacks to less than it declares', async () => {
    const data = await deflate(hello);
    await expect(read({ name: 'x', data, method: 8, declaredSize: 6 })).rejects.toMatchObject({
      code: 'E_ARCHIVE',
    });
  });

  it('is refused when its checksum is wrong, stored or deflated', async () => {
    const packed = await deflate(hello);
    await expect(read({ name: 'x', data: hello, crc: 1 })).rejects.toMatchObject(archiveFailure(/CRC/));
    await expect(read({ name: 'x', data: packed, method: 8, declaredSize: 5, crc: 1 })).rejects.toMatchObject(
      archiveFailure(/CRC|data/i),
    );
  });

  it('is refused when its data are no deflate stream', async () => {
    const data = Uint8Array.of(7, 7, 7, 7, 7, 7);
    await expect(read({ name: 'x', data, method: 8, declaredSize: 9 })).rejects.toMatchObject({
      code: 'E_ARCHIVE',
    });
  });

  it('is refused when its own header has another name', async () => {
    await expect(read({ name: 'x', data: hello, localName: 'y' })).rejects.toMatchObject(
      archiveFailure(/mismatched/),
    );
  });

  it('is refused when its own header moves its data into the next entry', async () => {
    const filler = 20;
    const dataAt = 30 + 1 + filler;
    const build = (crc: number) => {
      const zip = zipBytes([
        { name: 'x', data: hello, crc },
        { name: 'y', data: hello },
      ]);
      new DataView(zip.buffer).setUint16(28, filler, true);
      return zip;
    };
    const crc = crc32(build(0).subarray(dataAt, dataAt + hello.length));
    const archive = await openZip(build(crc));
    await expect(archive.read('x', AMPLE)).rejects.toMatchObject(archiveFailure(/to end at byte 36, got 56/));
  });

  it('is not read once the signal is aborted', async () => {
    const reason = new Error('enough');
    const archive = await openZip(await writeZip({ noise }));
    await expect(
      archive.read('noise', { maxBytes: noise.length, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);

    const controller = new AbortController();
    const reading = archive.read('noise', { maxBytes: noise.length, signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});
