// What the public pages do beyond words: keep stops on this phone, say "in 40 minutes", tell of changes since the last look.
// It stands inside each page (so a page needs no further request), and the page is whole without it.
const $ = (query, within = document) => within.querySelector(query);
const read = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
};
const write = (name, value) => {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A phone that stores nothing shows everything else.
  }
};
const root = document.documentElement;
let kept = read("kept", []).filter(one => typeof one?.path === "string" && /^\/(?!\/)/.test(one.path));

// Opened anew with one place kept: that is what one came for. Going on to the home page stays possible.
const home = $("#mine");
let opened = true;
try {
  opened = sessionStorage.getItem("opened");
  sessionStorage.setItem("opened", "1");
} catch {}
if (home && !opened && kept.length === 1) location.replace(kept[0].path);

const keep = $("#keep");
if (keep) {
  const { path, name } = keep.dataset;
  const show = () => {
    const is = kept.some(one => one.path === path);
    keep.setAttribute("aria-pressed", is);
    keep.textContent = is ? keep.dataset.kept : keep.dataset.keep;
  };
  keep.onclick = () => {
    const without = kept.filter(one => one.path !== path);
    kept = without.length < kept.length ? without : [...kept, { path, name }].slice(-8);
    write("kept", kept);
    show();
  };
  show();
  keep.hidden = false;
}

// The kept places with their next visit, taken from their own pages.
if (home && kept.length) {
  const list = $("ul", home);
  for (const one of kept) {
    const item = list.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = one.path;
    link.textContent = one.name;
    fetch(one.path)
      .then(answer => (answer.ok ? answer.text() : ""))
      .then(html => {
        const page = new DOMParser().parseFromString(html, "text/html");
        const next = $(".ticket .when", page);
        if (!next) return;
        const small = link.appendChild(document.createElement("small"));
        small.textContent = `${next.textContent.trim()}, ${$(".ticket .hour", page).textContent.trim()}`.replace(/\s+/g, " ");
      })
      .catch(() => {});
  }
  home.hidden = false;
  const mix = $("#mix");
  mix.search = `?m=${kept.map(one => one.path.replace(/^.*\/(o|p)[a-z]+\/([^/]+)$/, "$1.$2"))}`;
  mix.hidden = kept.length < 2;
}

// What a button copies can be selected all the same.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.onclick = () => navigator.clipboard.writeText($(`#${button.dataset.copy}`).value).then(() => (button.textContent = button.dataset.done));
}

// "in 40 minutes", "here now": on the day itself, for visits that will be.
const words = new Intl.RelativeTimeFormat(root.lang, { numeric: "always" });
const live = () => {
  for (const tag of document.querySelectorAll("[data-from]")) {
    const [from, to] = [tag.dataset.from, tag.dataset.to].map(text => (Date.parse(text) - Date.now()) / 60000);
    const here = from <= 0 && to > 0;
    tag.hidden = !(here || (from > 0 && from < 180));
    tag.textContent = here ? tag.dataset.now : from < 90 ? words.format(Math.ceil(from), "minute") : words.format(Math.round(from / 60), "hour");
  }
};
live();
setInterval(live, 30000);

// The rest is loaded when it is asked for.
const near = $("#near");
if (near && navigator.geolocation) {
  near.hidden = false;
  near.onclick = () => import(near.dataset.module).then(module => module.default(near));
}

// Without a network: the page as it was kept, and how old it is. Words like "tomorrow" hold on their own day alone.
const keptAt = Number(root.dataset.keptAt);
const notice = $("#offline");
if (keptAt && notice) {
  const at = new Date(keptAt);
  const today = at.toDateString() === new Date().toDateString();
  const style = today ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" };
  notice.textContent = notice.dataset.text.replace("%", new Intl.DateTimeFormat(root.lang, style).format(at));
  notice.hidden = false;
  if (!today) for (const word of document.querySelectorAll(".near:not([data-from])")) word.hidden = true;
}
const worker = navigator.serviceWorker;
// Notifications on this phone: the rest is loaded at a tap, or where they are on.
const follow = $("[data-follow]");
if (follow && worker && window.PushManager && window.Notification) {
  follow.hidden = false;
  const load = tapped => import(follow.dataset.module).then(module => module.default(follow, tapped));
  if (read("follow")) load();
  else $("button", follow).addEventListener("click", () => load(true), { once: true });
}

// Once the page stands: what to keep for a day without a network.
if (worker && !keptAt)
  setTimeout(async () => {
    try {
      await worker.register("/sw.js");
      const { active } = await worker.ready;
      const season = $('footer a[href$="/sezon"]')?.pathname;
      active.postMessage({ keep: [location.pathname, season, $(".brand")?.pathname, ...kept.map(one => one.path)].filter(Boolean) });
    } catch {}
  }, 3000);

// What changed since this phone last looked.
const since = $("#since");
const now = $("footer time")?.dateTime;
if (since && now) {
  const before = read("seen", now);
  if (Date.parse(before) < Date.parse(now)) {
    $("a", since).search = `?po=${encodeURIComponent(before)}`;
    since.hidden = false;
  }
  write("seen", now);
}
