import { describe, expect, it } from 'vitest';
import { outlineEntries } from '#app/editor/panels/outline-entries.ts';
import type { SurveyedBlock } from '#app/editor/survey/survey-document.ts';

const SECTIONS = [
  section('BACKGROUND', { required: true, thinBelowCharacters: 10 }),
  section('SCOPE', { required: true, thinBelowCharacters: 10 }),
  section('ANNEX', { required: false, thinBelowCharacters: 10 }),
  section('PAYMENT', { required: true, thinBelowCharacters: 10 }),
];

describe('the outline', () => {
  it('says of each section whether it is missing, thin, done or optional', () => {
    const entries = outline([
      heading('Background', 'BACKGROUND'),
      text('short'),
      heading('Scope', 'SCOPE'),
      text('承担单位应组织不少于三次专家咨询会'),
      heading('Annex', 'ANNEX'),
    ]);
    expect(entries.map((entry) => [entry.text, entry.completeness])).toEqual([
      ['Background', 'thin'],
      ['Scope', 'done'],
      ['Annex', 'optional'],
      ['PAYMENT in English', 'missing'],
    ]);
    expect(entries.at(-1)?.nodeKey).toBeNull();
  });

  it('counts the text of sub-sections for the section above them', () => {
    const [scope, tasks] = outline([
      heading('Scope', 'SCOPE'),
      heading('Tasks', null, 2),
      text('A sentence that is long enough.'),
    ]);
    expect(scope?.completeness).toBe('done');
    expect(tasks?.completeness).toBeNull();
  });

  it('counts neither guidance nor figures as written text', () => {
    const [background] = outline([
      heading('Background', 'BACKGROUND'),
      { ...text('Describe the present situation here.'), guidance: true },
      text('2026 12,000.00 — 3/4'),
    ]);
    expect(background?.completeness).toBe('missing');
  });

  it('shows the numbers that the headings have in the text', () => {
    const entries = outline([
      heading('Background', 'BACKGROUND'),
      heading('Scope', 'SCOPE'),
      heading('Tasks', null, 2),
    ]);
    expect(entries.slice(0, 3).map((entry) => entry.label)).toEqual(['一、', '二、', '（一）']);
  });
});

function outline(blocks: SurveyedBlock[]) {
  return outlineEntries({ blocks, footnotes: [] }, SECTIONS, (title) => title.en);
}

function section(key: string, demand: { required: boolean; thinBelowCharacters: number }) {
  return { key, title: { zh: key, en: `${key} in English` }, ...demand };
}

function heading(words: string, sectionKey: string | null, level: 1 | 2 = 1): SurveyedBlock {
  return { ...text(words), heading: { level, numbering: 'chinese', sectionKey } };
}

function text(words: string): SurveyedBlock {
  return { key: words, text: words, language: null, guidance: false, heading: null };
}
