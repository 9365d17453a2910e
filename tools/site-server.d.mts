import type { RequestListener } from 'node:http';

interface SiteOptions {
  readonly home?: string;
  readonly isOpen?: boolean;
  readonly hosts?: readonly string[];
}

export function siteListener(folder: string, options?: SiteOptions): RequestListener;
