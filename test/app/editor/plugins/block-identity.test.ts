import { createHeadlessEditor } from '@lexical/headless';
import { $createHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getState,
  $isElementNode,
  $setState,
  type LexicalEditor,
} from 'lexical';
import { beforeEach, describe, expect, it } from 'vitest';
import { blockIdState, numberingState } from '#app/editor/nodes/block-states.ts';
import { EDITOR_NODES } from '#app/editor/nodes/editor-nodes.ts';
import { registerBlockIdentity } from '#app/editor/plugins/block-identity.ts';

describe('clause identity', () => {
  let editor: LexicalEditor;
  beforeEach(() => {
    editor = createHeadlessEditor({
      nodes: EDITOR_NODES,
      onError: (error) => {
        throw error;
      },
    });
    registerBlockIdentity(editor);
  });

  it('is given to every new block, once', () => {
    edit(() => $getRoot().append($paragraph('one'), $paragraph('two')));
    const ids = identities(editor);
    expect(ids.every((id) => id !== null)).toBe(true);
    expect(new Set(ids).size).toBe(2);
    edit(() => $getRoot().append($paragraph('three')));
    expect(identities(editor).slice(0, 2)).toEqual(ids);
  });

  it('stays with the block that was there when a copy of it is pasted before it', () => {
    edit(() => $getRoot().append($identified('original', 'ID-1')));
    edit(() => $getRoot().getFirstChild()?.insertBefore($identified('copy', 'ID-1')));
    const [copy, original] = identities(editor);
    expect(original).toBe('ID-1');
    expect(copy).not.toBe('ID-1');
  });

  it('stays with the first of two blocks that arrive with the same identity', () => {
    edit(() => $getRoot().append($identified('a', 'ID-1'), $identified('b', 'ID-1')));
    const ids = identities(editor);
    expect(ids.filter((id) => id === 'ID-1')).toHaveLength(1);
    expect(new Set(ids).size).toBe(2);
  });

  it('comes back with a block that was cut and pasted', () => {
    edit(() => $getRoot().append($identified('a', 'ID-1'), $paragraph('b')));
    edit(() => $getRoot().getFirstChild()?.remove());
    edit(() => $getRoot().append($identified('a', 'ID-1')));
    expect(identities(editor)[1]).toBe('ID-1');
  });

  it('is not repaired in what others wrote', () => {
    editor.update(() => $getRoot().append($paragraph('from another desk')), {
      discrete: true,
      skipTransforms: true,
    });
    expect(identities(editor)).toEqual([null]);
  });

  it('comes with the numbering of the headings that are there', () => {
    edit(() => {
      const numbered = $createHeadingNode('h1').append($createTextNode('Background'));
      $setState(numbered, numberingState, 'chinese');
      $getRoot().append(numbered);
    });
    edit(() => $getRoot().append($createHeadingNode('h2').append($createTextNode('Tasks'))));
    const styles = editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((block) => $getState(block, numberingState)),
    );
    expect(styles).toEqual(['chinese', 'chinese']);
  });

  function edit($change: () => unknown): void {
    editor.update(() => void $change(), { discrete: true });
  }
});

function $paragraph(text: string) {
  return $createParagraphNode().append($createTextNode(text));
}

function $identified(text: string, id: string) {
  return $setState($paragraph(text), blockIdState, id);
}

function identities(editor: LexicalEditor): (string | null)[] {
  return editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .filter($isElementNode)
      .map((block) => $getState(block, blockIdState)),
  );
}
