import { withDOM } from '@lexical/headless/dom';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { $createParagraphNode, $getRoot, $insertNodes, $selectAll } from 'lexical';
import { expect, test } from 'vitest';
import { $createFootnoteNode } from '#app/editor/nodes/footnote-node.ts';
import { $createImageNode } from '#app/editor/nodes/image-node.ts';
import { $createPageBreakNode } from '#app/editor/nodes/page-break-node.ts';
import { $createRegisterFieldNode } from '#app/editor/nodes/register-field-node.ts';
import { openPeer } from '#test/support/headless-peer.ts';

test('footnote, field, picture and page break survive copy and paste inside Dagang', () => {
  const source = openPeer();
  source.edit(() => {
    $getRoot().append(
      $createParagraphNode().append(
        $createFootnoteNode('a "note" <b>'),
        $createRegisterFieldNode('assignment.code'),
      ),
      $createImageNode({ attachmentId: 'attachment-1', alternativeText: '图', width: 90 }),
      $createPageBreakNode(),
      $createParagraphNode(),
    );
  });
  const html = withDOM(() =>
    source.editor.getEditorState().read(() => $generateHtmlFromNodes(source.editor, null)),
  );
  expect(pasted(html).root.children).toMatchObject([
    {
      type: 'paragraph',
      children: [
        { type: 'footnote', text: 'a "note" <b>' },
        { type: 'register-field', field: 'assignment.code' },
      ],
    },
    { type: 'image', attachmentId: 'attachment-1', alternativeText: '图', width: 90 },
    { type: 'page-break' },
    { type: 'paragraph' },
  ]);
});

test('what other pages call a figure, a rule or a field is not taken over as ours', () => {
  const json = JSON.stringify(
    pasted(
      '<figure><img src="https://example.org/spy.png" onerror="x()"></figure><hr>' +
        '<p><span data-field="assignment.secret">words</span></p>',
    ),
  );
  expect(json).not.toContain('"image"');
  expect(json).not.toContain('"page-break"');
  expect(json).not.toContain('"register-field"');
  expect(json).toContain('words');
});

function pasted(html: string) {
  const target = openPeer();
  withDOM((window) => {
    const dom = new window.DOMParser().parseFromString(html, 'text/html');
    target.edit(() => {
      $getRoot().clear().append($createParagraphNode());
      $selectAll();
      $insertNodes($generateNodesFromDOM(target.editor, dom as unknown as Document));
    });
  });
  return target.json();
}
