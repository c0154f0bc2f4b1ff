// The check view: what has the focus is marked in the source, and accepting leads to the next open value.

const cards = document.getElementById("karten");
const source = document.getElementById("quelle");
let marked = [];
let waitingFor = null;

function lines(element) {
  const value = element.closest("[data-first]");
  if (value) return [Number(value.dataset.first), Number(value.dataset.last)];
  const card = element.closest(".check-card");
  const places = [...(card ? card.querySelectorAll(".value-together[data-first]") : [])];
  if (!places.length) return null;
  return [Math.min(...places.map((each) => Number(each.dataset.first))), Math.max(...places.map((each) => Number(each.dataset.last)))];
}

function mark(element) {
  const span = lines(element);
  for (const line of marked) line.classList.remove("source-marked");
  marked = [];
  if (!span || !source) return;
  for (let number = span[0]; number <= span[1]; number += 1) {
    const line = document.getElementById(`zeile-${number}`);
    if (line) marked.push(line);
  }
  for (const line of marked) line.classList.add("source-marked");
  showCard(element);
  showValue(element);
  if (marked.length) source.scrollTop = Math.max(0, marked[0].offsetTop - source.clientHeight / 4);
}

/** How much of a card can be seen at once beside what sticks to the top. */
function room() {
  const above = document.getElementById("fortschritt").offsetHeight;
  const beside = window.matchMedia("(min-width: 60rem)").matches;
  return window.innerHeight - above - (beside ? 0 : source.closest(".check-source").offsetHeight) - 16;
}

/** The button of a card accepts what stands above it: the card is brought into view as a whole. */
function showCard(element) {
  const card = element.closest(".check-card");
  if ("card" in element.dataset && card.offsetHeight <= room()) card.scrollIntoView({ block: "start" });
}

/** Who stands on a value sees all of it; of one that is taller than the window its end, behind which the button is. */
function showValue(element) {
  const value = element.closest(".value");
  if (value && value.offsetHeight <= room()) value.scrollIntoView({ block: "nearest" });
}

/**
 * Where Enter accepts: doubtful and long values one by one, the others by card; one by one where a card is too tall.
 * A value of which a part stands nowhere is typed in: there the box has the focus.
 */
function stopsOf(card) {
  const all = [...card.querySelectorAll(".value-accept button, .value-missing [name$='-value'], [data-card]")];
  if (card.offsetHeight > room()) return all.filter((each) => !("card" in each.dataset));
  return all.filter((each) => !each.closest(".value-together"));
}

function stops() {
  return [...cards.querySelectorAll(".check-card")].flatMap(stopsOf);
}

function go(step, from) {
  const all = stops();
  if (!all.length) return;
  const after = all.filter((each) => from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  const before = all.filter((each) => from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING);
  const next = step > 0 ? after[0] || all[0] : before[before.length - 1] || all[all.length - 1];
  next.focus();
}

function afterAccepting(card) {
  const wrong = card.querySelector("[aria-invalid=true]");
  if (wrong) { wrong.focus(); return; }
  const inside = stopsOf(card)[0];
  if (inside) { inside.focus(); return; }
  if (stops().length) { go(1, card); return; }
  const onward = document.querySelector("#fortschritt a");
  if (onward) onward.focus();
}

function edit(element) {
  const details = element.closest(".value")?.querySelector("details");
  if (!details) return;
  details.open = true;
  details.querySelector("input:not([type=hidden]), textarea, select")?.focus();
}

function onKey(event) {
  const target = event.target;
  const typing = target.matches("input, textarea, select");
  if (event.key === "Escape" && target.closest("details")) {
    const details = target.closest("details");
    details.open = false;
    details.querySelector("summary").focus();
  } else if (event.key === "Enter" && typing && (event.ctrlKey || event.metaKey)) {
    target.form.requestSubmit();
    event.preventDefault();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const act = { n: () => go(1, target), v: () => go(-1, target), b: () => edit(target), "ä": () => edit(target) }[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  }
}

if (cards) {
  cards.addEventListener("focusin", (event) => mark(event.target));
  cards.addEventListener("keydown", onKey);
  cards.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-source]")) return;
    event.preventDefault();
    mark(event.target);
  });
  cards.addEventListener("htmx:beforeRequest", (event) => {
    // A tick says more about the same value: the focus stays with it, which htmx sees to by its id.
    waitingFor = "stay" in event.target.dataset ? null : event.target.closest(".check-card")?.id;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!waitingFor || event.target.id !== waitingFor) return;
    const card = document.getElementById(waitingFor);
    waitingFor = null;
    if (card) afterAccepting(card);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("a[data-begin]") || !stops().length) return;
    event.preventDefault();
    stops()[0].focus();
  });
}
