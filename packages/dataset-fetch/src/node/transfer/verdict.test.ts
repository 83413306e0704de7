import { describe, expect, it } from 'vitest';
import { judgeAnswer, type ResumePoint } from './verdict.ts';

const ASKED = { offset: 40, record: { url: 'https://a.org/', etag: '"v1"', totalBytes: 100 } };
const ASKED_BY_DATE = {
  offset: 40,
  record: { url: 'https://a.org/', lastModified: 'Thu, 31 Aug 2017 10:50:27 GMT' },
};

function judge(status: number, headers: Record<string, string>, asked: ResumePoint | 'nothing' = ASKED) {
  return judgeAnswer(new Response(null, { status, headers }), asked === 'nothing' ? undefined : asked);
}

describe('judgeAnswer', () => {
  it('takes 200 as the file from its start, whatever was asked', () => {
    const start = { kind: 'from-start', totalBytes: 7 };
    expect(judge(200, { 'content-length': '7' })).toEqual(start);
    expect(judge(200, { 'content-length': '7' }, 'nothing')).toEqual(start);
  });

  it('does not trust a length that counts other bytes', () => {
    const headers = { 'content-length': '7', 'content-encoding': 'gzip' };
    expect(judge(200, headers)).toEqual({ kind: 'from-start', totalBytes: undefined });
  });

  it.each(['text/html', 'TEXT/HTML; charset=utf-8', 'application/json', 'application/xhtml+xml'])(
    'refuses a page of type %s',
    (type) => {
      expect(judge(200, { 'content-type': type })).toEqual({ kind: 'refused' });
    },
  );

  it.each([
    { why: 'all agrees', range: 'bytes 40-99/100', etag: '"v1"', kind: 'continued' },
    { why: 'it is shorter than asked', range: 'bytes 40-59/100', etag: '"v1"', kind: 'continued' },
    { why: 'it does not tell the size', range: 'bytes 40-99/*', etag: '"v1"', kind: 'continued' },
    { why: 'it begins too early', range: 'bytes 39-99/100', etag: '"v1"', kind: 'stale' },
    { why: 'it begins too late', range: 'bytes 41-99/100', etag: '"v1"', kind: 'stale' },
    { why: 'the size differs', range: 'bytes 40-99/101', etag: '"v1"', kind: 'stale' },
    { why: 'the version differs', range: 'bytes 40-99/100', etag: '"v2"', kind: 'stale' },
    { why: 'the version is weak', range: 'bytes 40-99/100', etag: 'W/"v1"', kind: 'stale' },
    { why: 'the range is malformed', range: '40-99', etag: '"v1"', kind: 'stale' },
  ])('takes a part as $kind when $why', ({ range, etag, kind }) => {
    expect(judge(206, { 'content-range': range, etag }).kind).toBe(kind);
  });

  it('takes a part without a range, a version, or with an encoding as stale', () => {
    const range = { 'content-range': 'bytes 40-99/100' };
    expect(judge(206, { etag: '"v1"' }).kind).toBe('stale');
    expect(judge(206, range).kind).toBe('stale');
    expect(judge(206, { ...range, etag: '"v1"', 'content-encoding': 'gzip' }).kind).toBe('stale');
  });

  it('compares dates where there is no ETag', () => {
    const range = { 'content-range': 'bytes 40-99/100' };
    const same = { ...range, 'last-modified': 'Thu, 31 Aug 2017 10:50:27 GMT' };
    const other = { ...range, 'last-modified': 'Thu, 31 Aug 2017 10:50:28 GMT' };
    expect(judge(206, same, ASKED_BY_DATE)).toEqual({ kind: 'continued', totalBytes: 100 });
    expect(judge(206, other, ASKED_BY_DATE)).toEqual({ kind: 'stale' });
  });

  it('takes 416 as whole only when the server has as many bytes as we', () => {
    expect(judge(416, { 'content-range': 'bytes */40' })).toEqual({ kind: 'whole', totalBytes: 40 });
    expect(judge(416, { 'content-range': 'bytes */41' })).toEqual({ kind: 'stale' });
    expect(judge(416, {})).toEqual({ kind: 'stale' });
  });

  it.each([204, 206, 304, 404, 416, 503])('refuses %i when nothing was there', (status) => {
    expect(judge(status, { 'content-range': 'bytes 0-99/100' }, 'nothing')).toEqual({ kind: 'refused' });
  });
});
