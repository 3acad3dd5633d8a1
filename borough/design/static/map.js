// A map beneath the box of a place: a tap says where it is. Without this script the box alone does.
const ZOOM = 17;
const PLACE = /@(-?[\d.]+),(-?[\d.]+)/;

function element(tag, attributes, parent) {
  const made = Object.assign(document.createElement(tag), attributes);
  parent.append(made);
  return made;
}

// The hidden field that says what the words in the box stand for. After a fault, radios stand in its place.
function match(name, form) {
  const hidden = form.querySelector(`input[type=hidden][name="${name}-match"]`);
  form.querySelectorAll(`input[type=radio][name="${name}-match"]`).forEach((radio) => (radio.checked = false));
  return hidden ?? element("input", { type: "hidden", name: `${name}-match` }, form);
}

function start(around) {
  const { map: name, tiles, credit, bounds, words, label, help } = around.dataset;
  const box = document.getElementById(name);
  const [south, west, north, east] = bounds.split(",");
  around.hidden = false;
  element("p", { className: "govuk-body", id: `${name}-map-help`, textContent: help }, around);
  const frame = element("div", { className: "app-map__frame" }, around);
  const said = element("p", { className: "govuk-visually-hidden", role: "status" }, around);
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", label);
  frame.setAttribute("aria-describedby", `${name}-map-help`);

  const map = L.map(frame, { scrollWheelZoom: false, zoomControl: false });
  L.control.zoom({ zoomInTitle: around.dataset.in, zoomOutTitle: around.dataset.out }).addTo(map);
  const plain = Object.assign(document.createElement("span"), { textContent: credit }).innerHTML;
  L.tileLayer(tiles, { maxZoom: 19, attribution: plain }).addTo(map);
  map.attributionControl.setPrefix(false);
  const pin = L.marker([0, 0], {
    icon: L.divIcon({ className: "app-map__pin", iconSize: [26, 26], iconAnchor: [13, 32] }),
    interactive: false,
    keyboard: false,
  });

  function choose({ lat, lng }) {
    box.value = words;
    match(name, box.form).value = `@${lat.toFixed(6)},${lng.toFixed(6)} ${words}`;
    pin.setLatLng([lat, lng]).addTo(map);
    said.textContent = words;
  }

  const kept = box.form.querySelector(`input[type=hidden][name="${name}-match"]`)?.value.match(PLACE);
  if (kept) {
    map.setView([kept[1], kept[2]], ZOOM);
    pin.setLatLng([kept[1], kept[2]]).addTo(map);
  } else {
    map.fitBounds([[south, west], [north, east]]);
  }
  map.on("click", (event) => choose(event.latlng));
  frame.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== frame) return;
    event.preventDefault();
    choose(map.getCenter());
  });
  box.addEventListener("input", () => pin.remove());
}

const around = document.querySelectorAll("[data-map]");
if (around.length) {
  const href = new URL("./built/leaflet.css", import.meta.url);
  await Promise.all([
    new Promise((done) => element("link", { rel: "stylesheet", href, onload: done }, document.head)),
    import("./built/leaflet.js"),
  ]);
  around.forEach(start);
}
