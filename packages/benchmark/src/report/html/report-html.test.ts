import { describe, expect, it } from 'vitest';
import { buildReport } from '../build-report.ts';
import { HOSTILE_NAME, sampleReport } from '../testing/sample-report.ts';
import { reportHtml } from './report-html.ts';

const report = sampleReport();
const html = reportHtml(report);

describe('reportHtml', () => {
  it('is one file that names no other but the paper', () => {
    expect(html).toMatch(/^<!doctype html>/);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'https://arxiv.org/abs/1708.07747',
    ]);
    expect(html).not.toMatch(/@import|url\(/);
  });

  it('takes names and parameters for text', () => {
    expect(html).not.toContain(HOSTILE_NAME);
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(2);
  });

  it('carries the whole report as data', () => {
    const [, data = ''] = /<script type="application\/json" id="report">(.*?)<\/script>/.exec(html) ?? [];
    const { rows, notes } = JSON.parse(data);
    expect(notes).toEqual(report.notes);
    expect(rows).toHaveLength(report.rows.length);
    expect(rows).toContainEqual(expect.objectContaining({ name: HOSTILE_NAME }));
  });

  it('says why there is no figure: once where it is so of both datasets, else of which', () => {
    expect(html.match(/<td [^>]*>[^<]*<small class="reason">l1 does not go with hinge</g)).toHaveLength(1);
    expect(html).toContain('<small class="reason">Fashion-MNIST: it needs 30 GB<');
  });

  it('has a command for every row but those that the grid leaves out', () => {
    const commands = [...html.matchAll(/data-fashion="[^"]*--filter &#39;(\w+)/g)].map(([, name]) => name);
    expect(commands).toEqual(expect.arrayContaining(['SVC', 'RandomForestClassifier']));
    expect(commands).not.toContain('LinearSVC');
  });

  it('allows exactly the script and the style that it has', async () => {
    const hashOf = async (pattern: RegExp) => {
      const bytes = new TextEncoder().encode(pattern.exec(html)?.[1]);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return `sha256-${btoa(String.fromCharCode(...digest))}`;
    };
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src '${await hashOf(/<script type="module">([^]*?)<\/script>/)}'`);
    expect(policy).toContain(`style-src '${await hashOf(/<style>([^]*?)<\/style>/)}'`);
  });

  it('has no style attributes, which the policy forbids', () => {
    expect(html.replace(/<(script|style)[^]*?<\/\1>/g, '')).not.toMatch(/\sstyle=/);
  });

  it('is a page without any row, too', () => {
    expect(reportHtml(buildReport([]))).toContain('<tbody>');
  });
});
