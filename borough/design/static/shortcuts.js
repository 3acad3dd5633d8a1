// Officers' keyboard shortcuts. Listed behind "?", and possible to turn off (WCAG 2.1.4): kept on this computer only.
const box = document.getElementById("shortcuts");
const dialog = box.querySelector("dialog");
const KEY = "borough.shortcuts";

const places = { m: "/work/", f: "/work/find/" };
let afterG = false;

function on() {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return false; // nowhere to remember that somebody turned them off, so none
  }
}

function show() {
  box.querySelector("[data-shortcuts=switch]").checked = on();
  dialog.showModal();
}

function step(by) {
  const links = [...document.querySelectorAll("main tbody tr a[href]:first-of-type")];
  const rows = [...new Set(links.map((link) => link.closest("tr")))];
  if (!rows.length) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(here + by, 0), rows.length - 1)];
  next.querySelector("a[href]").focus();
}

function press(key) {
  if (afterG) {
    afterG = false;
    if (places[key]) location.assign(places[key]);
    return true;
  }
  switch (key) {
    case "?":
      show();
      return true;
    case "g":
      afterG = true;
      setTimeout(() => (afterG = false), 1500);
      return true;
    case "j":
      step(1);
      return true;
    case "k":
      step(-1);
      return true;
    case "/":
      return focus("main input[type=search], main [name=q]");
    case "n":
      return focus("[data-shortcut=note]");
  }
  return false;
}

function focus(selector) {
  const found = document.querySelector(selector);
  found?.closest("details")?.setAttribute("open", "");
  found?.focus();
  return Boolean(found);
}

box.hidden = false;
box.querySelector("[data-shortcuts=open]").addEventListener("click", show);
box.querySelector("[data-shortcuts=switch]").addEventListener("change", (event) => {
  try {
    localStorage.setItem(KEY, event.target.checked ? "on" : "off");
  } catch {
    event.target.checked = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || !on()) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (press(event.key)) event.preventDefault();
});
