/** The page of one rule, from the rule itself: its opening comment, severity, examples, and what it says of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drawing, tablesIn } from '#test/draw/drawing';
import { word } from '#core/rules/all';
import { en } from '#words/en';
import { vi } from '#words/vi';

const root = path.dirname(import.meta.dirname);

export function rulePage(rule) {
  const [broken] = findings(rule, rule.examples.breaks[0]);
  const say = ({ words }) => sentences(word({ rule: rule.id, facts: broken.facts }, words));
  return [
    `# ${rule.id}`,
    comment(rule.id),
    `Nhóm (group): ${rule.group} · Mức (severity): ${rule.severity}`,
    '## Ví dụ sai (breaks)',
    ...rule.examples.breaks.map(drawn),
    '### Câu báo (what it says)',
    say(vi),
    '### In English',
    say(en),
    '## Ví dụ đúng (holds)',
    ...rule.examples.holds.map(drawn),
  ].join('\n\n') + '\n';
}

/** The comment that opens the rule's file, its mark-up taken off. */
function comment(id) {
  const source = readFileSync(path.join(root, `src/core/rules/${id}.ts`), 'utf8');
  const [, text = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
  return text.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trimEnd()).join('\n').trim();
}

function findings(rule, text) {
  const tables = tablesIn(drawing(text));
  return tables.flatMap((table) => [...rule.check(table, tables, [])]).filter(({ is }) => is === 'broken');
}

function drawn(text) {
  return `\`\`\`\n${text.trim().split('\n').map((line) => line.trim()).join('\n')}\n\`\`\``;
}

function sentences({ what, why, todo }) {
  return `> ${what}\n>\n> ${why}\n>\n> ${todo}`;
}
