// Shows notifications, which phones allow only by way of a service worker, and brings their page to the front when one is
// tapped. It keeps no files.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const pages = self.clients.matchAll({ type: "window", includeUncontrolled: true });
  event.waitUntil(pages.then(([page]) => (page ? page.focus() : self.clients.openWindow("/"))));
});
