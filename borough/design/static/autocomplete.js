// A long list to choose from, found while typing. Without this script, or where its list does not come, the box alone does.
const MOST = 12;

function element(tag, attributes, parent) {
  const made = Object.assign(document.createElement(tag), attributes);
  parent.append(made);
  return made;
}

const plain = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean).join(" ");
const escaped = (text) => Object.assign(document.createElement("span"), { textContent: text }).innerHTML;

// As the server has them: what begins with the words typed, then what has a word that does, then what holds them.
function nearest(query, labels) {
  const wanted = plain(query);
  const rank = (label) => (label.startsWith(wanted) ? 0 : label.includes(` ${wanted}`) ? 1 : 2);
  return labels
    .map((label) => [plain(label), label])
    .filter(([name]) => name.includes(wanted))
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .slice(0, MOST)
    .map(([, label]) => label);
}

// The component takes away what describes its box as soon as somebody types. Hint and error stay with it.
function described(box, ids) {
  const keep = () => {
    const there = (box.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    const missing = ids.filter((id) => !there.includes(id));
    if (missing.length) box.setAttribute("aria-describedby", [...missing, ...there].join(" "));
  };
  keep();
  new MutationObserver(keep).observe(box, { attributeFilter: ["aria-describedby"] });
}

async function start(input) {
  const response = await fetch(`${location.pathname.split("/").slice(0, 3).join("/")}/choices/${input.dataset.choices}`);
  if (!response.ok) return;
  const labels = await response.json();
  const words = JSON.parse(input.dataset.words);
  const ids = (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const { id, name, value, className } = input;
  const label = document.querySelector(`label[for="${id}"]`);
  label.id ||= `${id}-label`;
  const holder = document.createElement("div");
  const focused = document.activeElement === input;
  input.replaceWith(holder);
  accessibleAutocomplete({
    element: holder,
    id,
    name,
    defaultValue: value,
    confirmOnBlur: false,
    displayMenu: "overlay", // closing it moves nothing that somebody is about to press
    inputClasses: className,
    menuAttributes: { "aria-labelledby": label.id },
    source: (query, show) => show(nearest(query, labels)),
    templates: { inputValue: (text) => text ?? "", suggestion: escaped },
    tNoResults: () => words.none,
    tStatusNoResults: () => words.none,
    tStatusResults: (count, selected) => `${words.found.replace("{count}", count)} ${selected}`,
    tStatusSelectedOption: (text, count, at) => `${text}, ${at + 1} / ${count}`,
    tAssistiveHint: () => words.help,
  });
  const box = document.getElementById(id);
  described(box, ids);
  if (focused) box.focus();
}

const inputs = document.querySelectorAll("[data-choices]");
if (inputs.length) {
  const href = new URL("./built/accessible-autocomplete.min.css", import.meta.url);
  await Promise.all([
    new Promise((done) => element("link", { rel: "stylesheet", href, onload: done }, document.head)),
    import("./built/accessible-autocomplete.min.js"),
  ]);
  inputs.forEach(start);
}
