import { describe, expect, it } from 'vitest';
import { collator, formatDate, formatDateTime, formatShortDate } from '#app/i18n/format.ts';

describe('dates', () => {
  it('are written as each language writes them', () => {
    expect(formatDate('en', '2026-11-05')).toBe('5 Nov 2026');
    expect(formatDate('zh-CN', '2026-11-05')).toBe('2026年11月5日');
    expect(formatShortDate('en', '2026-11-05')).toBe('5 Nov');
    expect(formatShortDate('zh-CN', '2026-11-05')).toBe('11月5日');
  });

  it('show a moment on Beijing clocks wherever the reader is', () => {
    expect(formatDateTime('en', '2026-11-20T18:05:00Z')).toBe('21 Nov 2026, 02:05');
    expect(formatDateTime('zh-CN', '2026-11-20T18:05:00Z')).toContain('21日');
  });
});

describe('order', () => {
  it('puts PMI-2 before PMI-10', () => {
    expect(['PMI-10', 'PMI-2'].sort(collator('en').compare)).toEqual(['PMI-2', 'PMI-10']);
  });

  it('orders Chinese titles by pinyin', () => {
    expect(['配额', '碳税', '核查'].sort(collator('zh-CN').compare)).toEqual([
      '核查',
      '配额',
      '碳税',
    ]);
  });
});
