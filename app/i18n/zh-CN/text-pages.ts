import type { textPages as english } from '../en/text-pages.ts';
import type { SameKeys } from '../message.ts';

export const textPages = {
  'history.lead': '所有更改均予保留。选择一段编写过程或一个时刻，即可阅读当时的正文。',
  'history.at': '日期和时间（北京时间）',
  'history.show': '查看正文',
  'history.spells': '编写过程，最新在前',
  'history.nothing': '当时文件尚未建立。',
  'history.past': '修订号 {revision}，{at} 时的正文。登记值为当前数值。',
  'attribution.words': '文件中的文字',
  'attribution.ask': '查看作者',
  'attribution.template': '来自模板，所示人员为文件的创建者。',
  'attribution.suggested': '由{by}建议',
  'blocks.title': '逐段编辑',
  'blocks.lead': '适用于无法运行编辑器的网络和浏览器。每段单独保存。',
  'blocks.edit': '编辑',
  'blocks.edit.of': '编辑：{words}',
  'blocks.empty': '（空）',
  'blocks.saved': '已保存。',
  'blocks.one': '编辑一段',
  'blocks.text': '该段文字',
  'blocks.text.marks': '⟦1⟧ 这样的记号代表脚注和登记值，请保持其顺序。',
  'blocks.present': '现在的文字',
  'blocks.save': '保存',
  'blocks.replace': '用我的文字替换现在的文字',
  'blocks.back': '不保存并返回',
} as const satisfies SameKeys<typeof english>;
