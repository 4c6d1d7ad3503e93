import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, type RefObject } from 'react';
import type { EditorBinding } from '../collaboration/binding.ts';
import type { EditorThread } from './editor-thread.ts';
import { paintHighlights } from './paint-highlights.ts';
import { threadAt, threadRanges, type ThreadRange } from './thread-ranges.ts';

type Props = {
  editor: LexicalEditor;
  binding: EditorBinding;
  threads: readonly EditorThread[];
  activeThreadId: string | null;
  onThreadSelected(threadId: string): void;
};

/** Marks the commented words; a click on them, or Ctrl+Alt+Arrow, selects their thread. */
export function CommentHighlights(props: Props) {
  const { editor, activeThreadId } = props;
  const layer = useRef<HTMLDivElement>(null);
  const painted = useRef<ThreadRange[]>([]);
  usePainting(props, layer, painted);
  useSelecting(props, painted);

  useEffect(() => {
    if (activeThreadId === null) return;
    const found = painted.current.find(({ thread }) => thread.id === activeThreadId);
    const element = found?.range.startContainer.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
  }, [activeThreadId, editor]);

  return <div ref={layer} className="editor-highlights" aria-hidden="true" />;
}

function usePainting(
  { editor, binding, threads, activeThreadId }: Props,
  layer: RefObject<HTMLDivElement>,
  painted: RefObject<ThreadRange[]> & { current: ThreadRange[] },
): void {
  useEffect(() => {
    let frame = 0;
    let erase: (() => void) | null = null;
    const paint = () => {
      frame = 0;
      if (layer.current === null) return;
      painted.current = threadRanges(editor, binding, threads);
      erase = paintHighlights(layer.current, painted.current, activeThreadId);
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    schedule();
    const stop = editor.registerUpdateListener(schedule);
    window.addEventListener('resize', schedule);
    return () => {
      stop();
      window.removeEventListener('resize', schedule);
      cancelAnimationFrame(frame);
      erase?.();
    };
  }, [editor, binding, threads, activeThreadId, layer, painted]);
}

function useSelecting(
  { editor, activeThreadId, onThreadSelected }: Props,
  painted: RefObject<ThreadRange[]>,
): void {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const selected = window.getSelection();
      if (selected !== null && !selected.isCollapsed) return;
      const id = threadAt(painted.current ?? [], event.clientX, event.clientY);
      if (id !== null) onThreadSelected(id);
    };
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      const id = neighbour(painted.current ?? [], activeThreadId, event.key);
      if (id === null) return;
      event.preventDefault();
      onThreadSelected(id);
    };
    return editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('click', onClick);
      previous?.removeEventListener('keydown', onKey);
      root?.addEventListener('click', onClick);
      root?.addEventListener('keydown', onKey);
    });
  }, [editor, activeThreadId, onThreadSelected, painted]);
}

/** The thread after or before the active one in the order of the text. */
function neighbour(
  ranges: readonly ThreadRange[],
  activeThreadId: string | null,
  key: 'ArrowDown' | 'ArrowUp',
): string | null {
  const ordered = [...ranges].sort((left, right) =>
    left.range.compareBoundaryPoints(Range.START_TO_START, right.range),
  );
  const at = ordered.findIndex(({ thread }) => thread.id === activeThreadId);
  const next = key === 'ArrowDown' ? at + 1 : (at === -1 ? ordered.length : at) - 1;
  return ordered[next]?.thread.id ?? null;
}
