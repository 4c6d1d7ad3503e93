import { describe, expect, test } from 'vitest';
import { wordingDiff, type WordingPart } from '#app/domain/review/wording-diff.ts';

/** `a [-b-]{+c+}` */
function written(parts: WordingPart[]): string {
  return parts
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');
}

function without(kind: WordingPart['kind'], parts: WordingPart[]): string {
  return parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');
}

describe('the difference between a quote and its suggested wording', () => {
  test('names the words that go and those that come', () => {
    const parts = wordingDiff(
      'hold at least two expert consultations',
      'hold at least three expert consultations, one with provincial authorities',
    );

    expect(written(parts)).toBe(
      'hold at least [-two-]{+three+} expert consultations{+, one with provincial authorities+}',
    );
  });

  test('keeps a number whole', () => {
    expect(written(wordingDiff('应在30个工作日内提交', '应在20个工作日内提交'))).toBe(
      '应在[-30-]{+20+}个工作日内提交',
    );
    expect(written(wordingDiff('a budget of 398,000 USD', 'a budget of 412,000 USD'))).toBe(
      'a budget of [-398,000-]{+412,000+} USD',
    );
  });

  test('compares Chinese by words', () => {
    expect(written(wordingDiff('组织不少于两次专家咨询会。', '组织不少于三次专家咨询会。'))).toBe(
      '组织不少于[-两次-]{+三次+}专家咨询会。',
    );
  });

  test('takes neighbouring replaced words as one change', () => {
    expect(written(wordingDiff('by the end of May', 'by the first of June'))).toBe(
      'by the [-end-]{+first+} of [-May-]{+June+}',
    );
    expect(
      written(wordingDiff('The firm shall report monthly', 'The firm can write monthly')),
    ).toBe('The firm [-shall report-]{+can write+} monthly');
  });

  test('shows wordings that share nothing as wholes', () => {
    expect(written(wordingDiff('one two three four', '完全不同的一句话'))).toBe(
      '[-one two three four-]{+完全不同的一句话+}',
    );
  });

  test('is empty of changes for equal wordings, and whole for empty ones', () => {
    expect(wordingDiff('同一句话', '同一句话')).toEqual([{ kind: 'same', text: '同一句话' }]);
    expect(wordingDiff('gone', '')).toEqual([{ kind: 'removed', text: 'gone' }]);
    expect(wordingDiff('', '')).toEqual([]);
  });

  test('gives back both wordings exactly', () => {
    const before = '第一段。\n\n𠮷野 a\tb <i>“quoted”</i>——完 😀';
    const after = '第一段！\n𠮷野 a b <b>“quoted”</b>——完毕 😀😀';
    const parts = wordingDiff(before, after);

    expect(without('added', parts)).toBe(before);
    expect(without('removed', parts)).toBe(after);
  });

  test('stays quick for the longest wordings', () => {
    const before = '核查机构应当建立内部质量管理制度'.repeat(125);
    const after = 'verification bodies keep records of 1 kind '.repeat(460);
    const parts = wordingDiff(before, after);

    expect(without('added', parts)).toBe(before);
    expect(without('removed', parts)).toBe(after);
  });
});
