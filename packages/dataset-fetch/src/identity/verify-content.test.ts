import { encodeIdx } from '@fashion-mnist/idx-format';
import { describe, expect, it } from 'vitest';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { type Digest, findMismatch, unpackContent, verifyContent } from './verify-content.ts';

const raw = Uint8Array.of(1, 2, 3);
/** A member with one stored block. */
const GZIP_OF_RAW = Uint8Array.from([
  0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1, 3, 0, 252, 255, 1, 2, 3, 0x1d, 0x80, 0xbc, 0x55, 3, 0, 0, 0,
]);

/** Digests that can be read. */
const digest: Digest = (algorithm, bytes) => `${algorithm}-of-${bytes.length}-bytes`;

const file: FileIdentity = {
  name: 'labels',
  split: 'test',
  content: 'labels',
  shape: [3],
  byteLength: 3,
  sha256: 'sha256-of-3-bytes',
  packings: [{ publisher: 'somebody', byteLength: GZIP_OF_RAW.length, md5: 'md5-of-26-bytes' }],
};
const { sha256: _, ...unpublished } = file;

const failure = (message: string) => ({ code: 'E_INTEGRITY', message });

describe('verifyContent', () => {
  it('tells the digest of the content and whose gzip file it came in', async () => {
    const content = { raw, sha256: 'sha256-of-3-bytes' };
    expect(await verifyContent(raw, file, digest)).toEqual({ ...content, wrapping: undefined });
    expect(await verifyContent(GZIP_OF_RAW, file, digest)).toEqual({ ...content, wrapping: 'somebody' });
    expect(await verifyContent(GZIP_OF_RAW, { ...file, packings: [] }, digest)).toEqual({
      ...content,
      wrapping: 'unknown',
    });
  });

  it('takes a file whose content nobody has published by a digest of its packing', async () => {
    const verified = await verifyContent(GZIP_OF_RAW, unpublished, digest);
    expect(verified.raw).toEqual(raw);
    const [packing] = file.packings ?? [];
    const other = { publisher: 'another', sha256: 'no such' };
    const both = packing === undefined ? [] : [other, packing];
    await expect(verifyContent(GZIP_OF_RAW, { ...unpublished, packings: both }, digest)).resolves.toEqual(
      verified,
    );
  });

  it('says what the packing is that is none of the known ones', async () => {
    await expect(verifyContent(raw, unpublished, digest)).rejects.toMatchObject(
      failure(
        'expected labels, got 3 bytes with md5 md5-of-3-bytes; only the file as published, still packed, can be verified',
      ),
    );
    const { packings: _packings, ...unknown } = unpublished;
    await expect(verifyContent(raw, unknown, digest)).rejects.toMatchObject(
      failure(
        'expected labels, got bytes that no digest is known for; only the file as published, still packed, can be verified',
      ),
    );
  });

  it('says what content is that is another', async () => {
    const expected = 'expected labels (sha256 sha256-of-3-…), got ';
    const print = (count: number) => `${count} bytes with sha256 ${`sha256-of-${count}-bytes`.slice(0, 12)}…`;
    const labels = encodeIdx({ data: new Uint8Array(2), shape: [2] });
    await expect(verifyContent(labels, file, digest)).rejects.toMatchObject(
      failure(`${expected}an unknown IDX file of shape 2, ${print(10)}`),
    );
    const images = encodeIdx({ data: new Uint8Array(2), shape: [2, 1, 1] });
    await expect(verifyContent(images, file, digest)).rejects.toMatchObject(
      failure(`${expected}an unknown IDX file of images of shape 2 x 1 x 1, ${print(18)}`),
    );
    await expect(verifyContent(Uint8Array.of(0, 0), file, digest)).rejects.toMatchObject({
      message: expect.stringContaining(`${expected}${print(2)}: expected a header of 4 bytes`),
    });
  });

  it('unpacks no more than the file has, and says why a gzip file cannot be used', async () => {
    const got = 'expected labels (sha256 sha256-of-3-…), got a gzip file that cannot be used: ';
    const short = verifyContent(GZIP_OF_RAW, { ...file, byteLength: 2 }, digest);
    await expect(short).rejects.toMatchObject({
      message: expect.stringContaining(`${got}expected at most 2 bytes`),
      cause: expect.objectContaining({ code: 'E_GZIP_TOO_LARGE' }),
    });
    const cut = verifyContent(GZIP_OF_RAW.subarray(0, -1), file, digest);
    await expect(cut).rejects.toMatchObject({ message: expect.stringContaining(got) });
  });
});

describe('unpackContent', () => {
  it('takes any content where none is known and an archive vouches for it', async () => {
    expect(await unpackContent(Uint8Array.of(9), unpublished, digest)).toEqual({
      raw: Uint8Array.of(9),
      sha256: 'sha256-of-1-bytes',
      wrapping: undefined,
    });
    const { byteLength: _byteLength, ...ofAnySize } = unpublished;
    expect((await unpackContent(GZIP_OF_RAW, ofAnySize, digest)).raw).toEqual(raw);
  });
});

describe('findMismatch', () => {
  it('compares SHA-256 where it is known, else MD5', async () => {
    const digestOf = (algorithm: string) => `${algorithm} of it`;
    const right = { sha256: 'sha256 of it', md5: 'md5 of it' };
    expect(await findMismatch(right, digestOf)).toBeUndefined();
    expect(await findMismatch({ md5: right.md5 }, digestOf)).toBeUndefined();
    expect(await findMismatch({ ...right, md5: 'other' }, digestOf)).toBeUndefined();
    expect(await findMismatch({ ...right, sha256: 'other' }, digestOf)).toEqual({
      algorithm: 'sha256',
      digest: 'sha256 of it',
    });
    expect(await findMismatch({ md5: 'other' }, digestOf)).toEqual({ algorithm: 'md5', digest: 'md5 of it' });
  });
});
