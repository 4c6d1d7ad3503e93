import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $createTableCellNode, $createTableNode, $createTableRowNode } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $setState,
} from 'lexical';
import { blockIdState, languageState, numberingState } from '#app/editor/nodes/block-states.ts';
import { $createFootnoteNode } from '#app/editor/nodes/footnote-node.ts';
import { $createImageNode } from '#app/editor/nodes/image-node.ts';
import { $createPageBreakNode } from '#app/editor/nodes/page-break-node.ts';
import { $createRegisterFieldNode } from '#app/editor/nodes/register-field-node.ts';

/** One of everything that the editor can hold. Runs inside an update. */
export function $writeRichDocument(): void {
  const heading = $createHeadingNode('h2').append($createTextNode('工作目标 Objective'));
  $setState(heading, numberingState, 'chinese');
  $setState(heading, blockIdState, 'block-heading');
  const paragraph = $createParagraphNode().append(
    $createTextNode('本项目'),
    $createTextNode('重点').toggleFormat('bold'),
    $createTextNode('支持'),
    $createFootnoteNode('见附件一'),
    $createLineBreakNode(),
    $createRegisterFieldNode('assignment.code'),
    $createTabNode(),
    $createLinkNode('https://example.org/路径').append(
      $createTextNode('网站'),
      $createTextNode(' site').toggleFormat('italic'),
    ),
    $createTextNode('，𠮷野。'),
  );
  $setState(paragraph, languageState, 'zh');
  $getRoot().append(
    heading,
    paragraph,
    $createQuoteNode().append($createTextNode('Quoted words')),
    $nestedList(),
    $tableWithMergedCells(),
    $createImageNode({ attachmentId: 'attachment-1', alternativeText: '图一', width: 320 }),
    $createPageBreakNode(),
    $createParagraphNode(),
    $createParagraphNode().append($createTextNode('Last words')).setFormat('center').setIndent(2),
  );
}

function $nestedList() {
  return $createListNode('number', 3).append(
    $createListItemNode().append($createTextNode('first')),
    $createListItemNode().append(
      $createListNode('bullet').append(
        $createListItemNode().append($createTextNode('inner 一')),
        $createListItemNode().append(
          $createListNode('check').append(
            $createListItemNode(true).append($createTextNode('deep')),
          ),
        ),
      ),
    ),
    $createListItemNode().append($createTextNode('second')),
  );
}

function $tableWithMergedCells() {
  const cell = (text: string) =>
    $createTableCellNode().append($createParagraphNode().append($createTextNode(text)));
  const wide = $createTableCellNode(1)
    .setColSpan(2)
    .append($createParagraphNode().append($createTextNode('表头')));
  const tall = cell('tall').setRowSpan(2);
  tall.append(
    $createListNode('bullet').append($createListItemNode().append($createTextNode('in'))),
  );
  return $createTableNode()
    .append(
      $createTableRowNode().append(wide, cell('c')),
      $createTableRowNode().append(tall, cell('e'), cell('f')),
      $createTableRowNode().append(cell('h'), cell('i')),
    )
    .setColWidths([100, 200, 300]);
}
