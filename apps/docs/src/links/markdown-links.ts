import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headingAnchors, withoutCode } from './heading-anchors.ts';

const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const IMAGE = /<img[^>]+src="([^"]+)"/g;

/** Relative links of a Markdown file that lead nowhere, each with the reason. Those to other sites are not followed. */
export function deadLinks(file: string): readonly string[] {
  const text = withoutCode(readFileSync(file, 'utf8')).replace(/`[^`\n]*`/g, '``');
  const targets = [...text.matchAll(LINK), ...text.matchAll(IMAGE)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z][a-z+.-]*:|^\/\//i.test(target))
    .flatMap((target) => problem(file, target));
}

function problem(file: string, target: string): readonly string[] {
  const [path = '', anchor = ''] = decodeURI(target).split('#');
  const wanted = path === '' ? file : join(dirname(file), path);
  if (!existsSync(wanted)) return [`${target}: there is no such file`];
  if (anchor === '') return [];
  const document = statSync(wanted).isDirectory() ? join(wanted, 'README.md') : wanted;
  return headingAnchors(readFileSync(document, 'utf8')).has(anchor)
    ? []
    : [`${target}: there is no such heading`];
}
