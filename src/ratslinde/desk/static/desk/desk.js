// Small things that every page of the desk shares. All of it works without this file too.

const status = document.createElement("div");
status.className = "kern-sr-only";
status.setAttribute("role", "status");
document.body.append(status);

/** Say a sentence to people who do not see the page. */
export function announce(sentence) {
  status.textContent = "";
  window.setTimeout(() => { status.textContent = sentence; }, 50);
}

// After a refusal the summary of the errors gets the focus, so that it is read out.
const summary = document.querySelector(".alert-danger[role=alert]");
if (summary) {
  summary.tabIndex = -1;
  summary.focus();
}

// A page that would lose typed text asks first.
let typed = false;
document.addEventListener("input", (event) => { typed = typed || Boolean(event.target.closest("form.row-form")); });
document.addEventListener("click", (event) => { typed = typed && !event.target.closest("form.row-form a"); });
document.addEventListener("submit", () => { typed = false; });
window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
