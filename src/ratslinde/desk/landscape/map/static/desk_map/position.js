// Choosing a point on the map: a click, or arrow keys and Enter. The number fields say the same, and work without this file.

const STEP = 20; // units of the picture, which is 800 wide
const FINE = 2;
const DIGITS = 6;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const map = document.querySelector("[data-position]");
const svg = map.querySelector("svg");
const cross = svg.querySelector(".map-cross");
const said = document.querySelector("[data-said]");
const latitude = document.getElementById("id_latitude");
const longitude = document.getElementById("id_longitude");
const edges = Object.fromEntries(["west", "south", "east", "north"].map((name) => [name, Number(map.dataset[name])]));
const { width, height } = svg.viewBox.baseVal;

/** The degrees at a point of the picture. */
function degreesAt({ x, y }) {
  return {
    longitude: edges.west + (x / width) * (edges.east - edges.west),
    latitude: edges.north - (y / height) * (edges.north - edges.south),
  };
}

/** The point of the picture that the fields name; null for none, or one beyond the edges. */
function pointOfFields() {
  if (latitude.value === "" || longitude.value === "") return null;
  const x = ((longitude.valueAsNumber - edges.west) / (edges.east - edges.west)) * width;
  const y = ((edges.north - latitude.valueAsNumber) / (edges.north - edges.south)) * height;
  return x >= 0 && x <= width && y >= 0 && y <= height ? { x, y } : null;
}

/** The name of the innermost area at the point: it was drawn last. */
function areaAt({ x, y }) {
  const point = new DOMPoint(x, y);
  const found = [...svg.querySelectorAll(".map-area")].reverse().find((area) => area.querySelector("path").isPointInFill(point));
  return found ? found.querySelector("title").textContent : said.dataset.nowhere;
}

function say(words, point) {
  const at = degreesAt(point);
  const german = (number) => number.toLocaleString("de", { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  said.textContent = `${words} ${german(at.latitude)} Breite, ${german(at.longitude)} Länge, ${areaAt(point)}.`;
}

let point = null;

function show(next) {
  point = next;
  if (!next) {
    cross.setAttribute("visibility", "hidden");
    return;
  }
  cross.setAttribute("transform", `translate(${next.x} ${next.y})`);
  cross.removeAttribute("visibility");
}

let writing = false;

/** Write the point into the fields, as if somebody had typed it: leaving the page asks then. */
function choose(next) {
  show(next);
  const at = degreesAt(next);
  writing = true;
  for (const [field, value] of [[latitude, at.latitude], [longitude, at.longitude]]) {
    field.value = value.toFixed(DIGITS);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  writing = false;
  say(said.dataset.chosen, next);
}

function within(value, most) {
  return Math.min(Math.max(value, 0), most);
}

map.setAttribute("role", "application");
map.setAttribute("aria-describedby", "zeigen");
map.classList.add("picture-pointing");
document.getElementById("zeigen").hidden = false;
show(pointOfFields());

svg.addEventListener("click", (event) => {
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  choose({ x: within(x, width), y: within(y, height) });
});

map.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const arrow = ARROWS[event.key];
  if (arrow) {
    event.preventDefault();
    const from = point ?? { x: width / 2, y: height / 2 };
    const step = event.shiftKey ? FINE : STEP;
    show({ x: within(from.x + arrow[0] * step, width), y: within(from.y + arrow[1] * step, height) });
    cross.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(said.dataset.moved, point);
  } else if (event.key === "Enter") {
    event.preventDefault();
    choose(point ?? { x: width / 2, y: height / 2 });
  }
});

for (const field of [latitude, longitude]) {
  field.addEventListener("input", () => { if (!writing) show(pointOfFields()); });
}

// A link that moves the map keeps the point that was chosen; nearer leads to the cross.
document.querySelector("[data-moves]").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  const address = new URL(link.href);
  if (latitude.value !== "" && longitude.value !== "") {
    address.searchParams.set("breite", latitude.value);
    address.searchParams.set("laenge", longitude.value);
  }
  if (point && link.querySelector("[data-nearer]")) {
    const at = degreesAt(point);
    const zoom = address.searchParams.get("ausschnitt").split(",")[2];
    address.searchParams.set("ausschnitt", `${at.longitude.toFixed(5)},${at.latitude.toFixed(5)},${zoom}`);
  }
  link.href = address.href;
});
