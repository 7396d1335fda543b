// Shows what the server tells, and opens its page at a tap.
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
