/** The manifest for an address, from that for development. */
import { DEVELOPMENT_ID, manifestVersion, PRODUCTION_ID } from './manifest-faults.mjs';

const DEVELOPMENT = 'https://localhost:3000/';

/**
 * @param address where the site stands, with or without a slash at its end
 * @throws {RangeError} where Office would not load it from there
 */
export function productionManifest(development, address, version) {
  const site = siteOf(address);
  return development
    .replace(/<!--[\s\S]*?-->\n/, '')
    .replace(DEVELOPMENT_ID, PRODUCTION_ID)
    .replace(/<Version>[^<]*</, `<Version>${manifestVersion(version)}<`)
    .replaceAll(' (development)', '')
    .replaceAll(' (bản thử)', '')
    .replaceAll(DEVELOPMENT, site.replaceAll('&', '&amp;'));
}

function siteOf(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    throw new RangeError(`Cannot make a manifest for "${address}": give an address such as https://intranet.example.vn/phu-luc/`);
  }
  if (url.protocol !== 'https:') throw new RangeError(`Cannot make a manifest for "${address}": Office loads add-ins from https only`);
  if (url.search !== '' || url.hash !== '' || url.username !== '') throw new RangeError(`Cannot make a manifest for "${address}": give the folder alone`);
  if (/^(?:localhost|127\.|\[::1\])/.test(url.hostname)) throw new RangeError(`Cannot make a manifest for "${address}": that is this machine; manifest.xml is for it`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
