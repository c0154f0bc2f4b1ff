// The agenda: dragging at the grip, and focus and announcement after a move. The arrows work without this file.

import { announce } from "./desk.js";

let moved = null;

function send(order) {
  const form = document.getElementById("ordnen");
  for (const old of form.querySelectorAll("input[name=punkt]")) old.remove();
  for (const id of order) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "punkt";
    field.value = id;
    form.append(field);
  }
  form.requestSubmit();
}

function wholeOrder() {
  return [...document.querySelectorAll("[data-agenda] [data-item]")].map((line) => line.dataset.item);
}

function lineAt(list, y, dragged) {
  return [...list.querySelectorAll("[data-item]")].find((line) => {
    if (line === dragged) return false;
    const box = line.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
}

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const line = grip.closest("[data-item]");
  const list = line.closest("[data-agenda]");
  const before = wholeOrder().join(" ");
  line.classList.add("agenda-dragged");
  const move = (at) => list.insertBefore(line, lineAt(list, at.clientY, line) || null);
  const end = () => {
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", end);
    document.removeEventListener("pointercancel", end);
    line.classList.remove("agenda-dragged");
    const order = wholeOrder();
    if (order.join(" ") !== before) { moved = { item: line.dataset.item }; send(order); }
  };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", end);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button) moved = { item: button.closest("[data-item]").dataset.item, way: button.dataset.move };
});

document.addEventListener("htmx:afterSettle", () => {
  const agenda = document.getElementById("agenda");
  if (!moved || !agenda) return;
  const line = agenda.querySelector(`[data-item="${moved.item}"]`);
  const buttons = line ? [line.querySelector(`[data-move="${moved.way}"]:not([disabled])`), line.querySelector("[data-move]:not([disabled])")] : [];
  const target = buttons.find(Boolean);
  if (target) target.focus();
  announce(document.getElementById("agenda-meldung").textContent);
  moved = null;
});
