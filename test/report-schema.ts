/** Holds a report to its published schema, and to what a schema cannot say. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect } from '@jest/globals';
import type { Report } from '#core/report';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as object);

/** Fails with the schema's own complaints. */
export function expectValidReport(report: Report): void {
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  for (const { sheets } of report.files) {
    const findings = sheets.flatMap((sheet) => sheet.findings);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const { cell, related } of findings) expect(related).not.toContain(cell);
  }
}
