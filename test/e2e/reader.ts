import { expect, type Locator, type Page } from '@playwright/test';
import type { Visitor } from './project.ts';

/** A document open for reading, and the comments beside it. */
export class Reader {
  readonly page: Page;
  readonly text: Locator;
  readonly review: Locator;
  readonly form: Locator;
  readonly #t: Visitor['t'];

  constructor({ page, t }: Visitor) {
    this.page = page;
    this.#t = t;
    this.text = page.getByRole('article', { name: t('documents.text') });
    this.review = page.getByRole('complementary', { name: t('review.title') });
    this.form = page.getByRole('form', { name: t('review.new.title') });
  }

  static async open(visitor: Visitor, documentId: string): Promise<Reader> {
    const reader = new Reader(visitor);
    await visitor.page.goto(`/documents/${documentId}`);
    await expect(reader.text).toBeVisible();
    return reader;
  }

  /** Drags the pointer over `words`, which must stand in one run of text on one line or more. */
  async selectWords(words: string): Promise<void> {
    const { from, to } = await this.text.evaluate((article, wanted) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at === -1) continue;
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const boxes = [...range.getClientRects()];
        const [first, last] = [boxes[0], boxes[boxes.length - 1]];
        if (first === undefined || last === undefined) break;
        return {
          from: { x: first.left + 0.5, y: first.top + first.height / 2 },
          to: { x: last.right - 0.5, y: last.top + last.height / 2 },
        };
      }
      throw new Error(`The text does not say: ${wanted}`);
    }, words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
    expect(await this.page.evaluate(() => String(getSelection()))).toBe(words);
  }

  /** Comment number `number` in the panel. */
  comment(number: number): Locator {
    return this.review.locator(`#thread-${number}`);
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Selects `words`, comments on them and suggests `wording` in their place. */
  async suggest(words: string, suggestion: { body: string; wording: string }): Promise<void> {
    const t = this.#t;
    await this.selectWords(words);
    await this.button(t('review.new.floating')).last().click();
    await expect(this.form.getByLabel(t('review.card.quote'))).toHaveText(words);
    await this.form.getByLabel(t('review.new.body'), { exact: true }).fill(suggestion.body);
    await this.form
      .getByLabel(t('review.new.suggestion'), { exact: true })
      .fill(suggestion.wording);
    await this.form.getByRole('button', { name: t('review.new.send') }).click();
  }
}
