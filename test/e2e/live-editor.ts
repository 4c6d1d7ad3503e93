import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';
import type { Visitor } from './project.ts';

/** A document open for writing, driven as a person does: caret, keys and an input method. */
export class LiveEditor {
  readonly page: Page;
  readonly text: Locator;
  readonly toolbar: Locator;
  /** Says whether what was typed is in the database. */
  readonly badge: Locator;
  readonly #t: Visitor['t'];

  constructor({ page, t }: Visitor) {
    this.page = page;
    this.#t = t;
    this.text = page.getByRole('textbox', { name: t('editor.label') });
    this.badge = page.locator('[data-save-state]');
    this.toolbar = page.getByRole('toolbar', { name: t('editor.toolbar.label') });
  }

  /** Goes to the editing page of a document and waits until the text is there. */
  static async open(visitor: Visitor, documentId: string): Promise<LiveEditor> {
    const editor = new LiveEditor(visitor);
    await visitor.page.goto(`/documents/${documentId}/edit`);
    await editor.ready();
    return editor;
  }

  async ready(): Promise<void> {
    await expect(this.text).toBeVisible();
    await this.saved();
  }

  /** Everything typed so far is in the database, says the page. */
  async saved(): Promise<void> {
    await expect(this.badge).toHaveText(new RegExp(this.#t('editor.status.saved')));
  }

  /** A button of the toolbar by its name. */
  button(name: string): Locator {
    return this.toolbar.getByRole('button', { name, exact: true });
  }

  /** The one block that holds `words`. */
  block(words: string | RegExp): Locator {
    return this.text.locator(BLOCKS).filter({ hasText: words });
  }

  async caretAtEndOf(block: Locator): Promise<void> {
    await block.evaluate((element) => {
      element.closest<HTMLElement>('[contenteditable=true]')?.focus();
      getSelection()?.selectAllChildren(element);
      getSelection()?.collapseToEnd();
    });
    await this.settled();
  }

  /** Selects all words of a block. */
  async select(block: Locator): Promise<void> {
    await block.evaluate((element) => {
      element.closest<HTMLElement>('[contenteditable=true]')?.focus();
      getSelection()?.selectAllChildren(element);
    });
    await this.settled();
  }

  /** Starts an empty paragraph after `block` and leaves the caret in it. */
  async newParagraphAfter(block: Locator): Promise<void> {
    await this.caretAtEndOf(block);
    await this.press('Enter');
  }

  async newParagraphAtEnd(): Promise<void> {
    await this.text.focus();
    await this.press('Control+End');
    await this.press('Enter');
  }

  /** One key. The text learns of a moved caret only with the next frame. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.settled();
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  /** Writes `chosen` as an input method does: `keys` one by one, then a candidate. */
  async compose(keys: string, chosen: string): Promise<void> {
    const method = await this.page.context().newCDPSession(this.page);
    await this.composing(method, keys);
    await method.send('Input.insertText', { text: chosen });
    await method.detach();
    await this.settled();
  }

  /** The first half of `compose`: the keys stand in the text and no candidate is chosen yet. */
  async composing(method: CDPSession, keys: string): Promise<void> {
    for (let length = 1; length <= keys.length; length += 1) {
      await method.send('Input.imeSetComposition', {
        text: keys.slice(0, length),
        selectionStart: length,
        selectionEnd: length,
      });
    }
    await this.settled();
  }

  /** The name flag at the caret of another person. */
  caretOf(name: string): Locator {
    return this.page.locator('.editor-cursors').getByText(name);
  }

  async settled(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
}

const BLOCKS = 'p, h1, h2, h3, h4, li, blockquote';
