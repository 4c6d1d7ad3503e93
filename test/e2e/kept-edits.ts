import type { Page } from '@playwright/test';

/** How many unsaved edits lie in the browser; null when it has no place for them. */
export async function keptEdits(page: Page): Promise<number | null> {
  return await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('dagang-unsaved')) return null;
    return await new Promise<number | null>((resolve, reject) => {
      const opening = indexedDB.open('dagang-unsaved');
      // It was deleted since it was named, and opening makes it anew.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = () => {
        if (opening.error?.name === 'AbortError') resolve(null);
        else reject(new Error('The store does not open.'));
      };
      opening.onsuccess = () => {
        const counting = opening.result.transaction('edits').objectStore('edits').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });
}
