import type { RequestListener } from 'node:http';

export function siteListener(folder: string): RequestListener;
