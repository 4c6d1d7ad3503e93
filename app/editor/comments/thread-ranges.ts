import { createDOMRange } from '@lexical/selection';
import { $getAnchorAndFocusForUserState } from '@lexical/yjs';
import { $getNodeByKey, type LexicalEditor } from 'lexical';
import { fromBase64 } from 'lib0/buffer';
import { decodeRelativePosition } from 'yjs';
import type { EditorBinding } from '../collaboration/binding.ts';
import type { EditorThread } from './editor-thread.ts';

/** Where a thread's text is on the page now. */
export type ThreadRange = { thread: EditorThread; range: Range };

/** Threads whose text still stands, with the present place of it. */
export function threadRanges(
  editor: LexicalEditor,
  binding: EditorBinding,
  threads: readonly EditorThread[],
): ThreadRange[] {
  return editor.getEditorState().read(() =>
    threads.flatMap((thread) => {
      const range = $domRangeOf(editor, binding, thread);
      return range === null || range.collapsed ? [] : [{ thread, range }];
    }),
  );
}

function $domRangeOf(
  editor: LexicalEditor,
  binding: EditorBinding,
  thread: EditorThread,
): Range | null {
  if (thread.range === null || thread.state === 'CLOSED') return null;
  const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(
    binding,
    {
      anchorPos: decodeRelativePosition(fromBase64(thread.range.start)),
      focusPos: decodeRelativePosition(fromBase64(thread.range.end)),
      name: '',
      color: '',
      focusing: false,
      awarenessData: {},
    },
  );
  const start = anchorKey === null ? null : $getNodeByKey(anchorKey);
  const end = focusKey === null ? null : $getNodeByKey(focusKey);
  if (start === null || end === null) return null;
  return createDOMRange(editor, start, anchorOffset, end, focusOffset);
}

/** The innermost thread at a point of the window, or null. */
export function threadAt(ranges: readonly ThreadRange[], x: number, y: number): string | null {
  const hits = ranges.filter(({ range }) =>
    [...range.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    ),
  );
  hits.sort((left, right) => left.range.toString().length - right.range.toString().length);
  return hits[0]?.thread.id ?? null;
}
