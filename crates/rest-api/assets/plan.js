// Live progress of a plan. The words come from the server: on news the page is fetched again and its parts are put in place.
const live = document.getElementById("live");
const events = new EventSource(`/api/v1/plans/${live.dataset.plan}/events`);
let fetched = 0;
let fetching = false;

async function refresh() {
  if (fetching) return;
  fetching = true;
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("live");
    if (!fresh || !fresh.querySelector("progress")) return finish();
    live.querySelector(".row").replaceWith(fresh.querySelector(".row"));
    show(Number(fresh.querySelector("progress").getAttribute("value")));
    // A button more, once there is a plan to take; else whoever is about to press one is left alone.
    const [acts, now] = [fresh, live].map((page) => page.querySelector("#live-acts"));
    if (acts && now && acts.children.length !== now.children.length) now.replaceChildren(...acts.childNodes);
    live.querySelector("#live-words").replaceChildren(...fresh.querySelector("#live-words").childNodes);
  } catch {
    // Out of reach for a moment: the next news tries again.
  } finally {
    fetched = Date.now();
    fetching = false;
  }
}

function show(percent) {
  if (percent > 0) live.querySelector("progress").value = percent;
}

function finish() {
  events.close();
  location.reload();
}

// The limit that is nearer counts, as in the program.
function percent({ iteration, iterations, seconds, second_limit: limit, asking }) {
  if (asking) return 0;
  return Math.min(100, 100 * Math.max(iterations ? iteration / iterations : 0, limit ? seconds / limit : 0));
}

events.addEventListener("progress", (event) => {
  const { progress } = JSON.parse(event.data);
  if (progress) show(percent(progress));
  // A screen reader reads each change aloud, so the words change at most every three seconds.
  if (Date.now() - fetched > 3000) refresh();
});
events.addEventListener("end", finish);
events.addEventListener("error", () => {
  // The browser connects again by itself unless it was turned away; then the page is asked instead.
  if (events.readyState === EventSource.CLOSED) setInterval(refresh, 3000);
  else setTimeout(refresh, 2000);
});
