// Live progress of a plan. The words come from the server: on news the page is fetched again and its parts are put in place.
const live = document.getElementById("live");
const url = `/api/v1/plans/${live.dataset.plan}/events`;
const events = new EventSource(url);
let fetched = 0;
let fetching = false;

async function refresh() {
  if (fetching) return;
  fetching = true;
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("live");
    if (!fresh || fresh.dataset.state !== live.dataset.state) return finish();
    const bar = fresh.querySelector("progress");
    if (bar?.hasAttribute("value")) live.querySelector("progress").value = bar.value;
    live.querySelector("#live-words").replaceChildren(...fresh.querySelector("#live-words").childNodes);
  } finally {
    fetched = Date.now();
    fetching = false;
  }
}

function finish() {
  events.close();
  location.reload();
}

function news(event) {
  let data = {};
  try {
    data = JSON.parse(event.data);
  } catch {
    // A line that is no JSON is still a sign of life.
  }
  if (["ready", "failed", "cancelled"].includes(data.state)) return finish();
  if (Number.isFinite(data.percent)) live.querySelector("progress").value = data.percent;
  // A screen reader reads each change aloud, so the words change at most every three seconds.
  if (Date.now() - fetched > 3000) refresh();
}

for (const name of ["message", "progress", "state", "done"]) events.addEventListener(name, news);
events.addEventListener("error", () => setTimeout(refresh, 2000));
