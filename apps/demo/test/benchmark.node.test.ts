import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeFinds, axeFindsInLayout } from './page/axe-finds.ts';
import { hasBrowser, NARROW, openPage, WIDE } from './page/browser.ts';
import { useServedPage } from './page/use-served-page.ts';

const kept = new URL('../../../packages/benchmark/results/fashion-mnist.jsonl', import.meta.url);

/** A row of the kept file, as a reader might have it: another accuracy. */
async function ownFile(accuracy: number): Promise<string> {
  const lines = (await readFile(kept, 'utf8')).split('\n');
  const line = lines.find((text) => text.includes('"kernel":"rbf"') && text.includes('"C":10,'));
  const row = JSON.parse(line ?? '') as Record<string, unknown>;
  return `${JSON.stringify({ ...row, score: [accuracy], mean_accuracy: accuracy })}\n`;
}

function rows(page: Page) {
  return page.locator('.bench-table > .table > tbody > tr:not(.bench-details)');
}

describe.skipIf(!hasBrowser)('the benchmark on the page', () => {
  const site = useServedPage();

  async function open(query = '', options = WIDE) {
    const opened = await site.open(`#/benchmark${query}`, options);
    await rows(opened.page).first().waitFor();
    return opened;
  }

  it('has all configurations, the best first, and sorts by any column', async () => {
    const { page, errors, close } = await open();
    expect(await rows(page).count()).toBe(143);
    const head = page.locator('.bench-table thead th', { hasText: 'Time' });
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const fastest = await rows(page).first().textContent();
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await rows(page).first().textContent()).not.toBe(fastest);
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    expect(errors).toEqual([]);
    await close();
  });

  it('keeps what is filtered and hidden in the address, so that it can be linked', async () => {
    const { page, close } = await open();
    await page.getByRole('searchbox').fill('svc');
    await page.getByRole('button', { name: /^LinearSVC/, pressed: true }).click();
    await page.getByRole('radio', { name: 'Side by side' }).click();
    await expect.poll(() => rows(page).count()).toBe(12);
    const other = await open(new URL(page.url()).hash.replace('#/benchmark', ''));
    expect(await rows(other.page).count()).toBe(12);
    expect(await other.page.getByRole('searchbox').inputValue()).toBe('svc');
    expect(await other.page.locator('th', { hasText: 'MNIST difference' }).count()).toBe(1);
    await other.close();
    await close();
  });

  it('keeps what was chosen when its reader goes to another part and back', async () => {
    const { page, close } = await open('?filter=svc+rbf');
    const shown = await rows(page).count();
    await page.getByRole('navigation').getByRole('link', { name: 'You', exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Benchmark' }).click();
    expect(await rows(page).count()).toBe(shown);
    await expect.poll(() => page.url()).toContain('filter=svc+rbf');
    await close();
  });

  it('shows where a figure comes from, and copies the command that reproduces it', async () => {
    const { page, errors, close } = await open('?filter=SVC+C=10+kernel=rbf');
    expect(await rows(page).count()).toBe(1);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'SVC C=10 kernel=rbf' }).click();
    const details = page.locator('.bench-details');
    expect(await details.textContent()).toMatch(/Commit[0-9a-f]{40}/);
    expect(await details.locator('tbody code').textContent()).toMatch(/^[0-9a-f]{64}$/);
    await details.getByRole('button', { name: 'Copy the command that reproduces this row' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      "fashion-mnist benchmark --dataset fashion-mnist --filter 'SVC C=10 kernel=rbf'",
    );
    expect(errors).toEqual([]);
    await close();
  });

  it('draws its charts, says in words what they show, and names the point under the pointer', async () => {
    const { page, errors, close } = await open();
    const chart = page.getByRole('img', {
      name: /^Accuracy on Fashion-MNIST against the time of a repeat, 129/,
    });
    await chart.locator('svg').waitFor();
    expect(await chart.locator('style').count()).toBe(0);
    const mark = chart.locator('path[fill^="var(--kind"]').first();
    await mark.hover({ force: true });
    await expect.poll(() => chart.locator('svg').textContent()).toMatch(/0\.\d{4} in /);
    await page.getByRole('img', { name: /^Our accuracy on Fashion-MNIST against the paper's/ }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it("shows a reader's own results beside ours, by which it sorts, too", async () => {
    const { page, errors, close } = await open();
    const buffer = Buffer.from(await ownFile(0.9123));
    await page.locator('input[type=file]').setInputFiles({ name: 'mine.jsonl', mimeType: '', buffer });
    const head = page.locator('th', { hasText: 'Yours − ours' });
    await head.getByRole('button').click();
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    const first = await rows(page).first().textContent();
    expect(first).toContain('SVC C=10 kernel=rbf');
    expect(first).toContain('0.9123');
    await page.getByRole('button', { name: 'Close mine.jsonl' }).click();
    await expect.poll(() => head.count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it('takes a file that is dropped anywhere on it', async () => {
    const { page, errors, close } = await open();
    const dropped = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'mine.jsonl'));
        return data;
      },
      await ownFile(0.9123),
    );
    await page.locator('.bench').dispatchEvent('drop', { dataTransfer: dropped });
    await page.locator('.bench-own', { hasText: '1 row' }).waitFor();
    expect(await rows(page).first().textContent()).toContain('0.9123');
    expect(errors).toEqual([]);
    await close();
  });

  it('tells in a sentence what is wrong with a file, and shows what can be shown', async () => {
    const { page, errors, close } = await open();
    const input = page.locator('input[type=file]');
    const name = '<img src=x onerror=alert(1)>.jsonl';
    await input.setInputFiles({ name, mimeType: '', buffer: Buffer.from('{"name": 1}\n{}\n') });
    await page.getByText(`The file cannot be shown: ${name}:1: name: expected a text, got 1`).waitFor();
    const torn = Buffer.from(`${await ownFile(0.91)}{"name":"SVC`);
    await input.setInputFiles({ name: 'torn.jsonl', mimeType: '', buffer: torn });
    await page.getByText('torn.jsonl:2: the last line was not written to its end').waitFor();
    await page.locator('.bench-own', { hasText: '1 row' }).waitFor();
    expect(errors).toEqual([]);
    await close();
  });

  it('has the claims of the leaderboard beside what was verified, and the files of the runs', async () => {
    const { page, errors, close } = await site.open('#/benchmark');
    await page.getByRole('radio', { name: 'Leaderboard' }).click();
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(40);
    await page.getByRole('button', { name: /^Runnable/ }).click();
    await page.getByRole('searchbox').fill('hog');
    expect(await rows(page).count()).toBe(1);
    expect(await rows(page).textContent()).toMatch(/HOG.*0\.926.*0\.9263.*verified/);
    await page.getByRole('button', { name: /HOG\+SVM/ }).click();
    const details = page.locator('.bench-details');
    expect(await details.textContent()).toContain('leaderboard/results/hog-svm-');
    expect(await details.textContent()).toContain('fashion-mnist leaderboard run hog-svm');
    const other = await openPage(site.browser, page.url());
    await expect.poll(() => rows(other.page).count()).toBe(1);
    await other.close();
    expect(errors).toEqual([]);
    await close();
  });

  describe.each([
    { section: 'classifiers', query: '?view=both&filter=C=10' },
    { section: 'leaderboard', query: '?section=leaderboard&board-filter=hog' },
  ])('its $section', ({ query }) => {
    async function openDetails(options = WIDE) {
      const opened = await open(query, options);
      await opened.page.locator('.bench-name').first().click();
      await opened.page.locator('.chart svg').first().waitFor();
      return opened;
    }

    it('have no obstacle that axe knows of, in both themes', async () => {
      const { page, close } = await openDetails();
      expect(await axeFinds(page)).toEqual([]);
      await close();
    });

    it('have no obstacle on a telephone, and nothing beyond its edge', async () => {
      const { page, close } = await openDetails(NARROW);
      expect(await axeFindsInLayout(page)).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      await close();
    });
  });
});
