/*
 * Keeps the workbench for days without a network: every file of this build is fetched once, and asked for anew only when there is another build.
 *
 * The build writes the two names above this: its files, and a word made of them.
 */
/* global PHULUC_FILES, PHULUC_BUILD */
const NAME = `phuluc-${PHULUC_BUILD}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(PHULUC_FILES)).then(() => globalThis.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('phuluc-') && name !== NAME).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => globalThis.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  const wanted = request.mode === 'navigate' ? 'index.html' : request;
  event.respondWith(caches.open(NAME).then((cache) => cache.match(wanted, { ignoreSearch: true })).then((kept) => kept ?? fetch(request)));
});
