/** A name as a part of a file name: `T-shirt/top` as `t-shirt-top`. Letters of all scripts stay. */
export function slug(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
