/**
 * Blanks that a template leaves for the author: 〔…〕 in Chinese, […] in English. A section that
 * still holds one is unfinished however long it is. Numbers alone are no blank: 沪环气〔2021〕221号
 * is the number of a document and `[1]` a citation.
 */
export function countBlanks(text: string): number {
  return text.match(BLANK)?.length ?? 0;
}

const BLANK = /〔(?!\s*\d+\s*〕)[^〔〕]+〕|\[(?!\s*\d+\s*\])[^[\]]+\]/g;
