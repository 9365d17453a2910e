/** The published appendix of 2020, built into the page: a page from a disk may fetch nothing. */
import type { NamedBytes } from '#adapters/browser/page-files';

/** Put in by webpack: the bytes of assets/phu-luc-2020.xlsx in base64. */
declare const PHULUC_APPENDIX_2020: string;

export const appendix2020: NamedBytes = {
  name: 'phu-luc-2020.xlsx',
  bytes: () => Promise.resolve(Uint8Array.from(atob(PHULUC_APPENDIX_2020), (one) => one.codePointAt(0) ?? 0)),
};
