import { beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#app/domain/documents/document-kind.ts';
import { ROLES } from '#app/domain/people/role.ts';
import {
  ASSIGNMENT_KINDS,
  ASSIGNMENT_ROLES,
  SELECTION_METHODS,
} from '#app/domain/register/assignment.ts';
import { DELIVERABLE_KINDS } from '#app/domain/register/deliverable.ts';
import { ASSIGNMENT_STAGES, BOARD_PHASES, PIPELINE_STEPS } from '#app/domain/register/stage.ts';
import { LOCALES } from '#app/domain/shared/locale.ts';
import { REFUSAL_CODES } from '#app/domain/shared/refusal-code.ts';
import { loadCatalogue } from '#app/i18n/catalogue.ts';
import { translator, type Translate } from '#app/i18n/translator.ts';

describe.each(LOCALES)('the words of %s', (locale) => {
  let t: Translate;
  beforeAll(async () => {
    const words =
      locale === 'en' ? import('#app/i18n/en/index.ts') : import('#app/i18n/zh-CN/index.ts');
    t = translator(locale, (await words).default);
  });

  it('name everything that the domain can be', () => {
    const names = [
      ...ASSIGNMENT_STAGES.map((stage) => t(`register.stage.${stage}`)),
      ...BOARD_PHASES.map((phase) => t(`board.phase.${phase}`)),
      ...PIPELINE_STEPS.map((step) => t(`register.step.${step}`)),
      ...ASSIGNMENT_KINDS.map((kind) => t(`register.kind.${kind}`)),
      ...ASSIGNMENT_ROLES.map((role) => t(`overview.role.${role}`)),
      ...SELECTION_METHODS.map((method) => t(`board.method.${method}`)),
      ...DELIVERABLE_KINDS.map((kind) => t(`deliverables.deliverable-kind.${kind}`)),
      ...DOCUMENT_KINDS.map((kind) => t(`register.document-kind.${kind}`)),
      ...ROLES.map((role) => t(`register.person-role.${role}`)),
      ...REFUSAL_CODES.map((code) => t(`refusals.${code}`)),
    ];
    expect(names.filter((name) => name === '')).toEqual([]);
  });

  it('refuse a key that does not exist instead of showing nothing', () => {
    expect(() => t('register.stage.UNHEARD_OF' as 'register.stage.PLANNED')).toThrow(/No text/);
  });
});

describe('English', () => {
  it('says one day and two days', async () => {
    const t = translator('en', await loadCatalogue('en'));
    expect(t('register.days-late', { count: 1 })).toBe('1 day late');
    expect(t('register.days-late', { count: 2 })).toBe('2 days late');
  });

  it('groups thousands', async () => {
    const t = translator('en', await loadCatalogue('en'));
    expect(t('register.days-late', { count: 1200 })).toBe('1,200 days late');
  });
});

describe('Chinese', () => {
  it('has one form for every number', async () => {
    const t = translator('zh-CN', await loadCatalogue('zh-CN'));
    expect(t('register.days-late', { count: 1 })).toBe('逾期 1 天');
    expect(t('register.days-late', { count: 2 })).toBe('逾期 2 天');
  });

  it('takes a value as it is, with braces and dollar signs', async () => {
    const t = translator('zh-CN', await loadCatalogue('zh-CN'));
    expect(t('register.page.returned-because', { reason: '$& {no}' })).toBe('退回原因：$& {no}');
  });
});
