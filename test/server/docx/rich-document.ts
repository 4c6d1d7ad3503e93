/** A bilingual demo document with every kind of block, for looking at and for whole-file checks. */
import { leafBlocks, leafText, type Block } from '#app/domain/documents/document-tree.ts';
import type { DocxComment, DocxInput } from '#server/docx/write-docx.ts';
import {
  cell,
  comment,
  docxInput,
  headerCell,
  heading,
  item,
  list,
  paragraph,
  pngPicture,
  registerValues,
  table,
  words,
} from './sample-document.ts';

export function richInput(over: Partial<DocxInput> = {}): DocxInput {
  const blocks = [...opening(), ...tasks(), ...schedule(), ...ending()];
  const texts = leafBlocks({ blocks }).map(({ inlines }) => leafText(inlines));
  return docxInput(blocks, {
    title:
      '配额分配方法研究工作大纲（演示） Terms of Reference: Study on Allocation Methods (Demo)',
    subject: 'PMI-3 · P504267',
    registerValues: registerValues({
      'project.code': 'P504267',
      'assignment.code': 'PMI-3',
      'assignment.title.zh': '配额分配方法研究',
      'assignment.method': 'CQS',
    }),
    images: new Map([
      ['att-1', { bytes: pngPicture(1200, 400), mediaType: 'image/png', width: 1200, height: 400 }],
    ]),
    comments: comments(texts),
    ...over,
  });
}

function opening(): Block[] {
  return [
    heading(1, '背景与目标'),
    paragraph('请在此说明项目背景。', { guidance: true }),
    paragraph(
      [
        words('本分包合同（'),
        { type: 'register-field', field: 'assignment.code' },
        words('）属于“中国市场实施伙伴关系”赠款项目（'),
        { type: 'register-field', field: 'project.code' },
        words('），目的是为电力、钢铁、水泥等行业的'),
        words('配额分配方法', 'bold'),
        words('提供技术支持，并形成可供主管部门参考的建议'),
        { type: 'footnote', text: '本文件为演示内容，数据与名称均为虚构。' },
        words('。承担单位：'),
        { type: 'register-field', field: 'assignment.firm.zh' },
        words('。'),
      ],
      { id: '01JD0000000000000000000001' },
    ),
    paragraph([
      words('The consultant supports the '),
      words('allocation methods', 'bold', 'italic'),
      words(' of the “national” emissions trading system. See the '),
      { type: 'link', href: 'https://example.org/pmi?a=1&b=2', inlines: [words('project page')] },
      words(' or write to '),
      { type: 'link', href: 'mailto:demo@example.org', inlines: [words('demo@example.org')] },
      words('; CO'),
      words('2', 'subscript'),
      words(' is measured in m'),
      words('3', 'superscript'),
      words('. '),
      words('Old', 'strikethrough'),
      words(' new ', 'underline'),
      words('screening_rule()', 'code'),
      words('.'),
      { type: 'footnote', text: 'Demo text; all names and figures are invented.' },
    ]),
    heading(2, '总体目标'),
    paragraph('建立一套可复核、可比较的基准值测算方法，覆盖八个重点行业，并与核查数据相衔接。'),
    heading(2, '具体目标'),
    heading(3, '基准值测算'),
    paragraph('按机组类型测算基准值。'),
    heading(4, '燃煤机组'),
    heading(4, '燃气机组'),
    heading(3, '不确定性分析'),
    {
      type: 'quote',
      id: null,
      language: null,
      inlines: [words('数据质量是配额分配公平性的前提。 Data quality comes first.')],
    },
  ];
}

function tasks(): Block[] {
  return [
    heading(1, '工作任务'),
    list('number', [
      item(
        '收集国内外配额分配方法的资料，形成文献综述；资料范围包括欧盟、加利福尼亚、韩国和新西兰碳市场的分配规则及其演变。',
      ),
      item('Interview at least 12 entities in 4 provinces.', {
        nested: [
          list('number', [item('Power sector'), item('Cement sector')]),
          list('bullet', [item('要点一', { nested: [list('bullet', [item('更深一层')])] })]),
        ],
      }),
      item('提出基准值建议。'),
    ]),
    paragraph('第二个列表从 5 开始：'),
    list('number', [item('第五项'), item('第六项')], 5),
    list('bullet', [item('研讨会不少于两次'), item('Two workshops at least')]),
    list('check', [
      item('启动报告已提交', { checked: true }),
      item('中期报告', { checked: false }),
    ]),
    heading(1, '附：不编号的标题', 'none'),
    paragraph('右对齐落款', { alignment: 'end' }),
    paragraph('居中说明', { alignment: 'center' }),
    paragraph('缩进两级的段落。', { indent: 2 }),
    {
      type: 'image',
      id: 'img-1',
      attachmentId: 'att-1',
      alternativeText: '技术路线图（演示）',
      width: null,
    },
  ];
}

function schedule(): Block[] {
  return [
    heading(1, '成果与时间'),
    {
      ...table(
        [
          [
            headerCell('编号', { rowSpan: 2 }),
            headerCell('成果 Deliverable', { colSpan: 2 }),
            headerCell('期限', { rowSpan: 2 }),
          ],
          [headerCell('名称'), headerCell('形式')],
          [cell('D1'), cell('启动报告 Inception report'), cell('Word'), cell('合同生效后 30 日')],
          [
            cell('D2', { rowSpan: 2 }),
            cell('中期报告 Interim report'),
            cell('Word'),
            cell('2027-03-31'),
          ],
          [
            cell('数据附表'),
            cell([paragraph('Excel'), list('bullet', [item('机组清单'), item('基准值')])]),
            cell('2027-03-31'),
          ],
          [cell('合计：三项成果，两次研讨会', { colSpan: 4 })],
        ],
        [80, 260, 120, 200],
      ),
      id: '01JD0000000000000000TABLE1',
    },
    paragraph('表中期限以合同为准。'),
    table([
      [cell('甲方'), cell('乙方')],
      [cell(''), cell('')],
    ]),
  ];
}

function ending(): Block[] {
  return [
    { type: 'page-break' },
    heading(1, '其他'),
    paragraph('特殊字符：<script>alert("x")</script> ]]> & 𠮷 😀 \u0007 结束。'),
    paragraph('第一行\n第二行\t制表后。'),
  ];
}

function comments(texts: readonly string[]): DocxComment[] {
  const on = (quote: string) => {
    const leaf = texts.findIndex((text) => text.includes(quote));
    const offset = texts[leaf]?.indexOf(quote) ?? 0;
    return {
      quote,
      place: {
        found: true as const,
        start: { leaf, offset },
        end: { leaf, offset: offset + quote.length },
      },
    };
  };
  const reply = {
    author: '演示专家 Demo Expert',
    initials: 'DE',
    at: new Date('2026-11-20T03:00:00Z'),
    paragraphs: ['已补充行业清单。'],
  };
  return [
    comment({ id: 0, ...on('配额分配方法提供技术支持'), replies: [reply] }),
    comment({
      id: 1,
      ...on('trading system. See the project'),
      resolved: 'yes',
      author: 'Demo Bank Lead',
      initials: 'BL',
    }),
    comment({
      id: 2,
      ...on('启动报告 Inception report'),
      paragraphs: ['30 days is short.', 'Suggested wording: 45 days'],
    }),
    comment({
      id: 3,
      place: { found: false },
      quote: '已删除的句子',
      paragraphs: ['为什么删除？'],
    }),
  ];
}
