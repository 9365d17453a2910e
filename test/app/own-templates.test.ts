import { expect, test } from '@jest/globals';
import { keepTemplate, knownTemplates, ownTemplate, withOwnTemplate } from '#app/known-templates';
import { TEMPLATE_NAMESPACE } from '#app/template-namespace';
import type { Template } from '#core/layout/template';
import { templateId } from '#core/learn/template-id';

const [PUBLISHED] = knownTemplates() as readonly [Template];

function kept(template: Template): string {
  let text = '';
  keepTemplate({ setCustomData: (namespace, data) => {
    expect(namespace).toBe(TEMPLATE_NAMESPACE);
    text = data ?? '';
  } }, template);
  return text;
}

test('[P7] templates in workbooks › what is kept reads back as the template', () => {
  const { template, fault } = ownTemplate(kept(PUBLISHED));
  expect(fault).toBeNull();
  expect(kept(template as Template)).toBe(kept(PUBLISHED));
  expect(ownTemplate(null)).toEqual({ template: null, fault: null });
});

test('[P7] templates in workbooks › it goes before those that are known, and after one that is named', () => {
  const own = { ...PUBLISHED, id: 'rieng' };
  const refused = (): void => { throw new Error('Nothing to refuse'); };
  const workbook = { sheets: [], customData: (namespace: string): string | null => (namespace === TEMPLATE_NAMESPACE ? kept(own) : null) };
  const { templates, template } = withOwnTemplate({ templates: knownTemplates(), template: PUBLISHED }, workbook, refused);
  expect([templates.map(({ id }) => id), template]).toEqual([['rieng', 'lmhtxvn-2020'], PUBLISHED]);
  expect(withOwnTemplate({ templates: knownTemplates() }, { sheets: [] }, refused).templates).toEqual(knownTemplates());
});

test('[P6] templates learn › is called after its file, in letters that a command line takes, and never like another', () => {
  const named = ['Biểu số 1 (2024)', 'ĐƠN VỊ', '...', 'lmhtxvn-2020', 'a'.repeat(100), `${'a'.repeat(55)} b`, '__proto__'].map((called) => templateId(called, knownTemplates()));
  expect(named).toEqual(['bieu-so-1-2024', 'don-vi', 'mau', 'lmhtxvn-2020-rieng', 'a'.repeat(56), 'a'.repeat(55), 'proto']);
});
