// "Nearest to me": the position is compared here, on the phone, with the published points; it goes nowhere.
const rad = degrees => (degrees * Math.PI) / 180;

// Metres between two points, good to a per cent within a town (equirectangular).
const metres = ([lon1, lat1], [lon2, lat2]) => Math.hypot(rad(lon2 - lon1) * Math.cos(rad((lat1 + lat2) / 2)), rad(lat2 - lat1)) * 6371000;

export default function near(button) {
  const list = document.querySelector("#near-list");
  const say = text => (document.querySelector("#near-status").textContent = text);
  const lang = document.documentElement.lang;
  const far = m => {
    const [value, unit] = m < 950 ? [Math.max(50, Math.round(m / 50) * 50), "meter"] : [m / 1000, "kilometer"];
    return new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
  };
  const show = async ({ coords }) => {
    const { features } = await (await fetch(button.dataset.stops)).json();
    const here = [coords.longitude, coords.latitude];
    const nearest = features
      .filter(stop => stop.geometry)
      .map(stop => ({ ...stop.properties, metres: metres(here, stop.geometry.coordinates) }))
      .sort((a, b) => a.metres - b.metres)
      .slice(0, 3);
    const items = nearest.map(stop => {
      const [item, link, small] = ["li", "a", "small"].map(name => document.createElement(name));
      link.href = button.dataset.prefix + new URL(stop.url).pathname;
      link.textContent = stop.name;
      small.textContent = `${stop.approximate ? "~" : ""}${far(stop.metres)}, ${stop.estate}`;
      link.append(small);
      item.append(link);
      return item;
    });
    list.replaceChildren(...items);
    say("");
  };
  const failed = () => say(button.dataset.failed);
  navigator.geolocation.getCurrentPosition(place => show(place).catch(failed), failed, { maximumAge: 60000, timeout: 15000 });
}
