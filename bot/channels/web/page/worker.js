/**
 * Keeps the page's files on the phone, so that it opens without a network. The server writes VERSION and
 * FILES before this: a changed file makes a new version, which is taken in whole before it is used.
 */
self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(VERSION)
      .then((cache) => cache.addAll(["./", ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.url.includes("/my/")) return;
  // Beside the page stand others, as that of a paper that was lent; they are asked for each time.
  const isPage = new URL(request.url).pathname === new URL("./", self.location).pathname;
  if (request.mode === "navigate" && !isPage) return;
  const wanted = request.mode === "navigate" ? "./" : request;
  event.respondWith(caches.match(wanted).then((kept) => kept ?? fetch(request)));
});
