import type { Visitor } from './project.ts';

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Chooses the one file that a page asks for, and sends it. */
export async function chooseFile(
  { page }: Visitor,
  file: { name: string; mimeType: string; bytes: Uint8Array },
): Promise<void> {
  const { name, mimeType, bytes } = file;
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType,
    buffer: Buffer.from(bytes),
  });
  await page.locator('form:has(input[type=file]) button[type=submit]').click();
}
