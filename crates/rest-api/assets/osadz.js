// <swietlicobus-wizyty>: the next visits of the bus on any page. Reads the public calendar, keeps nothing, sets no cookie.
const BASE = new URL(import.meta.url).origin;
const SAID = {
  pl: ["Nie udało się wczytać wizyt.", "Zobacz je na stronie Świetlicobusu"],
  uk: ["Не вдалося завантажити візити.", "Дивіться їх на сторінці автобуса"],
  en: ["The visits could not be loaded.", "See them on the bus’s own page"],
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { display: block; font: inherit; color: var(--swietlicobus-tekst, inherit); background: var(--swietlicobus-tlo, transparent); border: 1px solid var(--swietlicobus-linia, color-mix(in srgb, currentColor 30%, transparent)); border-radius: var(--swietlicobus-rog, .75rem); padding: 1rem; line-height: 1.4; }
:host([hidden]) { display: none; }
h2 { margin: 0 0 .5rem; font-size: 1.15em; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: .6rem 0; border-top: 1px solid var(--swietlicobus-linia, color-mix(in srgb, currentColor 20%, transparent)); }
p { margin: .15rem 0; }
a { color: var(--swietlicobus-akcent, inherit); font-weight: 700; }
li a, p a { display: inline-block; padding: .35rem 0; }
.soft { opacity: .85; font-size: .9em; }
.tag { display: inline-block; border: 1px solid; border-radius: 1em; padding: 0 .6em; font-weight: 700; font-size: .9em; }
.cancelled .hours { text-decoration: line-through; }`);

const make = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text ?? "", ...more });

class Visits extends HTMLElement {
  static observedAttributes = ["osiedle", "przystanek", "jezyk", "ile"];
  #asked = 0;

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.#load();
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.#load();
  }

  // What it shows stands in the language it is asked for, whatever the page around it speaks.
  #show(lang, ...nodes) {
    const box = make("section", "", { lang });
    box.append(...nodes.filter(Boolean));
    this.shadowRoot.replaceChildren(box);
  }

  async #load() {
    const asked = ++this.#asked;
    const lang = SAID[this.getAttribute("jezyk")] ? this.getAttribute("jezyk") : "pl";
    const question = new URLSearchParams({ ahead: true, language: lang, limit: Math.min(20, Math.max(1, parseInt(this.getAttribute("ile")) || 5)) });
    for (const [from, to] of [["osiedle", "estate"], ["przystanek", "stop"]]) if (this.getAttribute(from)) question.set(to, this.getAttribute(from));
    // Asked anew each time, which costs a 304: a cancellation must not wait for a cache.
    try {
      const answer = await fetch(`${BASE}/api/v1/public/visits?${question}`, { credentials: "omit", cache: "no-cache" });
      if (!answer.ok) throw answer.status;
      const calendar = await answer.json();
      // Only the last question counts.
      if (asked === this.#asked) this.#draw(lang, calendar);
    } catch {
      if (asked !== this.#asked) return;
      const [failed, where] = SAID[lang];
      const line = make("p", `${failed} `, { role: "status" });
      line.append(make("a", where, { href: `${BASE}/${lang === "pl" ? "" : `${lang}/`}` }));
      this.#show(lang, line);
    }
  }

  #draw(lang, { words, place, season, visits }) {
    const list = make("ul");
    for (const visit of visits) {
      const item = make("li", "", { className: visit.state });
      const when = make("p");
      when.append(make("a", "", { href: visit.url }));
      when.firstChild.append(make("time", visit.words.day, { dateTime: visit.day }));
      if (visit.words.near) when.append(` (${visit.words.near})`);
      const hours = make("span", "", { className: "hours" });
      hours.append(make("time", visit.words.hours, { dateTime: visit.starts }));
      when.append(", ", hours);
      item.append(when, make("p", `${visit.stop.name}, ${visit.stop.estate.name}`, { className: "soft" }));
      if (visit.words.status) {
        item.append(make("p"));
        item.lastChild.append(make("span", visit.words.status, { className: "tag" }));
      }
      if (visit.words.change) item.append(make("p", visit.words.change));
      // The service writes its reasons in its own language.
      if (visit.words.change && visit.reason) item.append(make("p", visit.reason, { lang: "pl" }));
      list.append(item);
    }
    const all = make("p");
    all.append(make("a", words.all, { href: place.url }));
    this.#show(lang, make("h2", words.title), season.example && make("p", words.example, { className: "soft" }), visits.length ? list : make("p", words.none), all);
  }
}

if (!customElements.get("swietlicobus-wizyty")) customElements.define("swietlicobus-wizyty", Visits);
