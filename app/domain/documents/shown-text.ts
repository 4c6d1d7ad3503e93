import { leafText, type Inline } from './document-tree.ts';
import { isRegisterField, type RegisterValues } from './template.ts';

/** The text of a leaf as it is read, and where each of its characters stands in `leafText`. */
export type ShownText = { text: string; offsets: number[] };

/** Register values stand in the text that people read, copy and quote. */
export function shownText(inlines: readonly Inline[], values: RegisterValues): ShownText {
  const shown: ShownText = { text: '', offsets: [] };
  let offset = 0;
  const add = (list: readonly Inline[]) => {
    for (const inline of list) {
      if (inline.type === 'link') {
        add(inline.inlines);
        continue;
      }
      const own = leafText([inline]);
      const value =
        inline.type === 'register-field' && isRegisterField(inline.field)
          ? values[inline.field]
          : null;
      const text = value ?? own;
      for (let index = 0; index < text.length; index += 1) {
        shown.offsets.push(value === null ? offset + index : offset);
      }
      shown.text += text;
      offset += own.length;
    }
  };
  add(inlines);
  return shown;
}
