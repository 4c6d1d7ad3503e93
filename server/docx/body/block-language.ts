import {
  leafText,
  type BlockLanguage,
  type LeafBlock,
} from '#app/domain/documents/document-tree.ts';

/** The language a block says it is in, else what its letters say, else the document's. */
export function languageOfBlock(block: LeafBlock, main: BlockLanguage): BlockLanguage {
  return block.language ?? languageOfText(leafText(block.inlines)) ?? main;
}

/** Chinese when more than three letters in ten are Han; null without letters. */
export function languageOfText(text: string): BlockLanguage | null {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  return han / letters > HAN_SHARE_OF_CHINESE ? 'zh' : 'en';
}

const HAN_SHARE_OF_CHINESE = 0.3;
