/**
 * Writes the beginning of a rule and of its test, and says what else a rule needs.
 *
 * Usage: npm run new:rule -- <id>   (a noun in the planners' words, in kebab-case: sum-of-parts, negative-base)
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const id = process.argv[2] ?? '';
process.exitCode = main();

function main() {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    console.error(`Cannot name a rule "${id}": give a noun in kebab-case, as in "npm run new:rule -- sum-of-parts"`);
    return 2;
  }
  const files = { [`src/core/rules/${id}.ts`]: rule(), [`test/core/rules/${id}.test.ts`]: ruleTest() };
  const taken = Object.keys(files).find((name) => existsSync(path.join(root, name)));
  if (taken !== undefined) {
    console.error(`Cannot write ${taken}: it is there already`);
    return 2;
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
    console.log(`Written: ${name}`);
  }
  console.log(`
Now:
1. docs/spec.md             say what must hold, in a paragraph with a number of its own
2. src/core/rules/${id}.ts  check, say (Vietnamese) and examples
3. src/core/rules/all.ts    add ${camel(id)}: without it no check runs the rule
4. src/words/en.ts          add the English sentence: tsc asks for it
5. test/core/rules/${id}.test.ts  holds, breaks, the boundary from both sides, could not check
6. npm run docs             writes docs/rules/${id}.md`);
  return 0;
}

function camel(name) {
  return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

function rule() {
  return `/**
 * One sentence: the relation that must hold.
 *
 * Spec: docs/spec.md, R?.
 */
import { defineRule } from '#core/rule';

interface Facts {
  readonly name: string;
}

export const ${camel(id)} = defineRule({
  id: '${id}',
  group: 'sums',
  severity: 'error',

  *check(table) {
    // Each relation gives an outcome: it holds, is broken, or could not be checked.
  },

  say({ name }: Facts, print) {
    return { what: '', why: '', todo: '' };
  },

  examples: { holds: [], breaks: [] },
});
`;
}

function ruleTest() {
  return `import { test } from '@jest/globals';

test.todo('[R?] ${id} › holds');
test.todo('[R?] ${id} › breaks');
test.todo('[R?] ${id} › is decided at the boundary, from both sides');
test.todo('[R?] ${id} › could not be checked');
`;
}
