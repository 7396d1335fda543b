// "Notify me on this phone": asks only after a tap, remembers what it follows, ends it with one tap.
const KEY = "follow";
const API = "/api/v1/public/followers/";

function kept() {
  let state;
  try {
    state = JSON.parse(localStorage.getItem(KEY));
  } catch {} // As if there were nothing.
  return { token: "", places: [], ...state };
}

function keep(state) {
  try {
    if (state.places.length) localStorage.setItem(KEY, JSON.stringify(state));
    else localStorage.removeItem(KEY);
  } catch {} // It gets its messages all the same.
}

const text = (key) =>
  btoa(String.fromCharCode(...new Uint8Array(key))).replace(/[+/=]/g, (c) => ({ "+": "-", "/": "_" })[c] ?? "");

async function endUnused() {
  if (kept().places.length) return;
  const worker = await navigator.serviceWorker.getRegistration("/");
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
}

export default function start(box, tapped) {
  const place = box.dataset.follow;
  const [button, said] = box.querySelectorAll("button, [role=status]");
  const label = button.textContent;
  const show = (word) => {
    const on = kept().places.includes(place) && Notification.permission === "granted";
    button.textContent = on ? said.dataset.off : label;
    button.classList.toggle("plain", on);
    said.textContent = word ? said.dataset[word] : on ? said.dataset.on : "";
    return on;
  };

  async function on() {
    if ((await Notification.requestPermission()) !== "granted") return "denied";
    await navigator.serviceWorker.register("/sw.js");
    const { pushManager } = await navigator.serviceWorker.ready;
    // What is left of old times may be for another key.
    await endUnused();
    const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: box.dataset.key });
    const answer = await fetch(`${API}push`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        endpoint: subscription.endpoint,
        p256dh: text(subscription.getKey("p256dh")),
        auth: text(subscription.getKey("auth")),
        place,
        language: document.documentElement.lang,
      }),
    });
    if (!answer.ok) return "failed";
    const { token } = await answer.json();
    keep({ token, places: [...new Set([...kept().places, place])] });
    return "";
  }

  async function off() {
    const state = kept();
    const answer = await fetch(`${API}${state.token}?place=${place}`, { method: "DELETE" });
    if (!answer.ok && answer.status !== 404) return "failed";
    keep({ ...state, places: state.places.filter((one) => one !== place) });
    await endUnused();
    return "";
  }

  button.addEventListener("click", async () => {
    button.disabled = true;
    const act = show() ? off : on;
    show(await act().catch(() => "failed"));
    button.disabled = false;
  });
  show();
  if (tapped) button.click();
}
