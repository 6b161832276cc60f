function drawSections(sections, words) {
  const drawn = { box: element("div", "items"), items: new Map(), kinds: new Map() };
  for (const section of sections) drawn.box.append(drawSection(section, words, drawn));
  return drawn;
}

function drawSection(section, words, drawn) {
  const box = element("section", section.layout === "quote" ? "quote" : "");
  box.append(element("h2", "", section.title));
  if (section.note) box.append(element("p", "note", section.note));
  for (const group of section.groups) {
    if (group.title) box.append(element("h3", "", group.title));
    const list = element("div", `group ${section.layout}`);
    for (const item of group.items) {
      if (section.layout === "cards") list.append(drawCard(item, words, drawn));
      else if (item.parts.length) list.append(drawDetailed(item, drawn));
      else list.append(drawItem(item, drawn));
      if (section.layout !== "cards" && item.readings.length) {
        list.append(drawReadings(item, words, drawn));
      }
    }
    box.append(list);
  }
  return box;
}

function drawCard(item, words, drawn) {
  const card = element("div", `card edge-${item.edge || "none"}`);
  card.append(drawItem(item, drawn));
  if (item.readings.length) card.append(drawReadings(item, words, drawn));
  if (item.parts.length) card.append(element("div", "notes parts", words.parts));
  for (const part of item.parts) {
    const box = drawItem(part, drawn);
    box.classList.add("part");
    card.append(box);
  }
  return card;
}

function drawReadings(item, words, drawn) {
  const box = element("div", "readings");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.readings);
  for (const reading of item.readings) {
    const drawnOne = drawItem(reading, drawn);
    drawnOne.classList.add("reading");
    box.append(drawnOne);
  }
  return box;
}

function drawDetailed(item, drawn) {
  const box = element("div", "detailed");
  const details = element("div", "group facts");
  box.append(drawItem(item, drawn), details);
  for (const part of item.parts) details.append(drawItem(part, drawn));
  return box;
}

function drawItem(item, drawn) {
  const box = element("div", "item");
  box.classList.toggle("corrected", item.is_corrected);
  box.classList.toggle("withdrawn", item.is_withdrawn);
  colour(box, item.kind);
  if (item.label || item.chips.length) box.append(drawLabel(item));
  if (item.text) {
    const words = element("div", item.is_quoted ? "words quoted" : "words", item.text);
    if (item.is_absent) words.classList.add("absent");
    box.append(words);
  }
  for (const note of item.notes) box.append(element("div", "notes", note));
  drawn.items.set(item.item_id, box);
  drawn.kinds.set(item.item_id, item.kind);
  return box;
}

function drawLabel(item) {
  const label = element("div", "label");
  if (item.label) label.append(element("span", "", item.label));
  for (const chip of item.chips) {
    const box = element("span", "chip", chip.text);
    box.style.setProperty("--chip-text", `var(--di-${chip.hue}-text)`);
    box.style.setProperty("--chip-tint", `var(--di-${chip.hue}-tint)`);
    label.append(box);
  }
  return label;
}
