import { describe, expect, it } from 'vitest';
import { parseResumeRecord, recordOf } from './resume-record.ts';

const URL_HERE = new URL('https://a.org/file');
const MODIFIED = 'Thu, 31 Aug 2017 10:50:27 GMT';

const recordFrom = (headers: Record<string, string>) => recordOf(URL_HERE, new Response(null, { headers }));

describe('recordOf', () => {
  it('keeps a strong ETag and the size', () => {
    expect(recordFrom({ etag: '"v1"', 'content-length': '12' })).toEqual({
      url: URL_HERE.href,
      etag: '"v1"',
      totalBytes: 12,
    });
  });

  it('keeps a Last-Modified of a minute ago or more where there is no ETag', () => {
    const old = recordFrom({ 'last-modified': MODIFIED, date: 'Thu, 31 Aug 2017 10:51:27 GMT' });
    expect(old).toEqual({ url: URL_HERE.href, lastModified: MODIFIED });
    expect(recordFrom({ 'last-modified': MODIFIED, date: 'Thu, 31 Aug 2017 10:51:26 GMT' })).toBeUndefined();
    expect(recordFrom({ 'last-modified': MODIFIED })).toBeUndefined();
  });

  it.each([
    {
      why: 'a weak ETag',
      headers: { etag: 'W/"v1"', 'last-modified': MODIFIED, date: 'Fri, 01 Sep 2017 10:50:27 GMT' },
    },
    { why: 'an ETag without quotes', headers: { etag: 'v1' } },
    { why: 'an encoding', headers: { etag: '"v1"', 'content-encoding': 'gzip' } },
    { why: 'nothing that tells versions apart', headers: { 'content-length': '12' } },
  ])('keeps nothing with $why', ({ headers }) => {
    expect(recordFrom(headers)).toBeUndefined();
  });
});

describe('parseResumeRecord', () => {
  it('reads back what was written', () => {
    const record = { url: 'https://a.org/', etag: '"v1"', totalBytes: 9 };
    expect(parseResumeRecord(JSON.stringify(record))).toEqual(record);
  });

  it.each([
    '',
    '{"url":"https://a',
    'null',
    '[]',
    '{}',
    '{"url":7}',
    '{"url":"x","etag":7}',
    '{"url":"x","totalBytes":"9"}',
    '{"url":"x","totalBytes":1.5}',
  ])('refuses %s', (json) => {
    expect(parseResumeRecord(json)).toBeUndefined();
  });
});
