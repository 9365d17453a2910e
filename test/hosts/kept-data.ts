/** What a host promises of text that travels with its workbook. */
import { expect } from '@jest/globals';
import type { WorkbookHost } from '#ports/workbook-host';

const NAMESPACE = 'urn:phuluc:contract:1';
const TEXT = '{ "name": "Tổng số <HTX> & “LH” ]]>",\r\n\t"x": "_x000D_ \u000B 𝟙" }\n';

/** @param again another host over the same workbook */
export async function expectKeptData(host: WorkbookHost, again: () => WorkbookHost, snapshot: () => unknown): Promise<void> {
  const before = JSON.stringify(snapshot());
  await host.keepData(NAMESPACE, null);
  expect(await host.data(NAMESPACE)).toBeNull();
  await host.keepData(NAMESPACE, 'first');
  await host.keepData('urn:others', 'theirs');
  await host.keepData(NAMESPACE, TEXT);
  expect([await again().data(NAMESPACE), await again().data('urn:others')]).toEqual([TEXT, 'theirs']);
  await host.keepData(NAMESPACE, '');
  await host.keepData(NAMESPACE, null);
  expect([await again().data(NAMESPACE), await again().data('urn:others')]).toEqual([null, 'theirs']);
  await host.keepData('urn:others', null);
  expect(JSON.stringify(snapshot())).toBe(before);
}
