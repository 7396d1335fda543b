// The map of the streets in place of the sketch: what draws it is loaded at a tap, its tiles come in ranges of one file of this service.
const $ = (name, within = document) => within.querySelector(name);
const button = $("#streets");
const box = $(".streets");
const words = button.dataset;
const show = button.innerText;
const say = text => ($("#said").innerText = text);
const dark = matchMedia("(prefers-color-scheme: dark)");
const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
const stops = [...document.querySelectorAll("[data-at]")];
const point = stop => stop.dataset.at.split(",");
let map;

// Styles and scripts, which run in this order.
const load = at =>
  new Promise((onload, onerror) => {
    const part = document.createElement(at.includes(".css") ? "link" : "script");
    document.head.append(Object.assign(part, { href: at, src: at, rel: "stylesheet", async: false, onload, onerror }));
  });

// The file is read to its tiles before the sketch goes: header, directory, and the tile of a stop.
async function open() {
  const source = new protomapsL.PmtilesSource(words.file);
  const tiles = source.p;
  const head = await tiles.getHeader();
  const z = head.maxZoom;
  await source.get({ z, ...L.CRS.EPSG3857.latLngToPoint(L.latLng(point(stops[0])), z).divideBy(256).floor() }, 256);
  const get = tiles.getZxy.bind(tiles);
  tiles.getZxy = (...at) =>
    get(...at).catch(error => {
      error.name === "AbortError" || say(words.gaps);
      throw error;
    });
  draw(tiles, head);
}

// Stops at one point share a marker; it bears the number that they have on the list.
function mark(first) {
  const here = stops.filter(stop => stop.dataset.at === first.dataset.at);
  const { value } = first.closest("[value]");
  const html = `<b>${value}</b> <span class="sr">${here.map(stop => $("a", stop).innerHTML).join(", ")}</span>`;
  const marker = L.marker(point(first), { icon: L.divIcon({ className: "spot", html, iconSize: [44, 44] }) });
  marker.bindPopup(here.map(stop => `<div>${stop.innerHTML}</div>`).join(""), { closeButton: false, maxWidth: 230 }).addTo(map);
  for (const stop of here) stop.marker = marker;
}

function draw(tiles, head) {
  box.hidden = false;
  // How far a pan has come: at once to its end.
  if (!moves) L.PosAnimation.include({ _easeOut: () => 1 });
  L.Control.Zoom.mergeOptions(words);
  map = L.map(box, { scrollWheelZoom: false, zoomAnimation: moves, inertia: moves, minZoom: head.minZoom + 1, maxZoom: 19 });
  map.attributionControl.setPrefix("");
  map.fitBounds(stops.map(point), { padding: [30, 30], maxZoom: 16 });
  let layer;
  dark.onchange = () => {
    layer?.remove();
    layer = protomapsL.leafletLayer({ ...words, url: tiles, flavor: dark.matches ? "dark" : "light", maxDataZoom: head.maxZoom }).addTo(map);
  };
  dark.onchange();
  stops.forEach(stop => stop.marker || mark(stop));
  let from;
  map.on("popupopen", ({ popup }) => {
    from = popup._source._icon;
    $("a", popup.getElement()).focus();
  });
  box.onkeydown = event => {
    const { key, target } = event;
    if (key === "Escape" && target.closest(".leaflet-popup")) {
      map.closePopup();
      from.focus();
    }
    if (key === " " && target.matches(".spot")) {
      event.preventDefault();
      target.click();
    }
  };
}

button.onclick = async () => {
  if (map) box.hidden = !box.hidden;
  else {
    say(words.loading);
    try {
      await Promise.all(words.parts.split(" ").map(load));
      await open();
    } catch {
      // Another tap asks past what a cache has of a file that may be mended by now.
      words.file += "&";
      box.hidden = true;
      return say(words.failed);
    }
    say("");
  }
  button.innerText = box.hidden ? show : words.sketch;
  box.focus();
};
button.hidden = false;
// From the page of a stop.
const wanted = stops.find(stop => "#" + stop.id === location.hash);
if (wanted)
  button.onclick().then(() => {
    map?.setView(point(wanted), 16);
    wanted.marker?.openPopup();
  });
