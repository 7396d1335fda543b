// The calendar's worker: shows what the server tells, and keeps pages for a day without a network.
self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data.json();
  } catch {
    // What is not ours says nothing; a browser wants something shown all the same.
  }
  const { title = "Świetlicobus", body, url = "/", tag, lang } = told;
  const options = { body, tag, lang, renotify: Boolean(tag), icon: "/assets/icon.svg", data: { url } };
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data?.url ?? "/", self.location.origin);
  // Nothing that was sent leads elsewhere.
  const ours = address.origin === self.location.origin ? address.href : self.location.origin;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((open) => {
      const there = open.find((client) => client.url === ours);
      return there ? there.focus() : self.clients.openWindow(ours);
    }),
  );
});

// Pages of the public calendar open without a network after one look: the network first, for two seconds, then what was kept.
const PAGES = "pages-1";
const PUBLIC = /^(\/uk|\/en)?\/($|sezon$|latwe$|mapa$|zmiany$|(osiedla|przystanki|wizyty)\/[^/]+$)/;
const STARTS = /^(\/uk|\/en)?\/$/;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((name) => name !== PAGES).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

// Keeps a page with the moment it was sent, and the files without which it is no page.
async function keep(path, answer) {
  if (!answer.ok || answer.redirected) return;
  const html = await answer.text();
  const cache = await caches.open(PAGES);
  const marked = html.replace("<html ", `<html data-kept-at="${Date.now()}" `);
  const headers = { "content-type": "text/html; charset=utf-8" };
  const policy = answer.headers.get("content-security-policy");
  if (policy) headers["content-security-policy"] = policy;
  await cache.put(path, new Response(marked, { headers }));
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
  for (const file of new Set(files)) if (!(await cache.match(file))) await cache.add(file);
}

self.addEventListener("message", (event) => {
  const paths = (event.data?.keep ?? []).filter((path) => PUBLIC.test(path));
  const one = (path) => fetch(path).then((answer) => keep(path, answer)).catch(() => {});
  event.waitUntil(Promise.all(paths.map(one)));
});

async function networkFirst(event, path) {
  const kept = () => caches.match(path, { cacheName: PAGES });
  const asked = fetch(event.request).then((answer) => {
    event.waitUntil(keep(path, answer.clone()).catch(() => {}));
    return answer;
  });
  const late = new Promise((resolve) => setTimeout(resolve, 2000)).then(kept);
  // Whichever comes first; where nothing was kept, the network alone.
  return Promise.race([asked, late.then((page) => page ?? asked)]).catch(async (failed) => {
    const page = await kept();
    if (page) return page;
    throw failed;
  });
}

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate" && PUBLIC.test(pathname) && (!search || STARTS.test(pathname))) event.respondWith(networkFirst(event, pathname));
  // Named by their hash, so what was kept is right.
  else if (pathname.startsWith("/assets/"))
    event.respondWith(caches.match(event.request, { cacheName: PAGES }).then((file) => file ?? fetch(event.request)));
});
