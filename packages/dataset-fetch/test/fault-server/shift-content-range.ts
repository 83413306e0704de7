import type { PlainAnswer } from './proper-answer.ts';

/** The answer with a `Content-Range` that lies: of bytes further on, or of a file of another size. */
export function shiftContentRange(
  answer: PlainAnswer,
  { shift = 0, totalBytes }: { readonly shift?: number; readonly totalBytes?: number },
): PlainAnswer {
  const proper = answer.headers['content-range'] ?? '';
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(proper) ?? [];
  if (first === undefined) return answer;
  const range = `${Number(first) + shift}-${Number(last) + shift}/${totalBytes ?? Number(total) + shift}`;
  return { ...answer, headers: { ...answer.headers, 'content-range': `bytes ${range}` } };
}
