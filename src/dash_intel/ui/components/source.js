function drawSource(view, words, onToggle) {
  const drawn = { box: element("aside", "source"), text: element("div", "text"), runs: new Map() };
  drawn.box.setAttribute("aria-label", words.source);
  drawn.box.append(element("h2", "", words.source), element("p", "note", view.about));
  if (view.kinds.length) drawn.box.append(drawLegend(view.kinds, words, onToggle));
  drawn.text.tabIndex = 0;
  drawn.text.setAttribute("role", "region");
  drawn.text.setAttribute("aria-label", words.text);
  drawLines(view.segments, drawn);
  drawn.box.append(drawn.text);
  if (view.notice) drawn.box.append(element("p", "note", view.notice));
  if (view.kinds.length) drawn.box.append(drawKeys(words.keys));
  return drawn;
}

function drawLines(segments, drawn) {
  let line = null;
  for (const [text, itemIds, isHeading] of segments) {
    text.split("\n").forEach((piece, at) => {
      if (at > 0 || !line) {
        line = element("div", "line");
        drawn.text.append(line);
      }
      if (piece) line.append(drawRun(piece, itemIds, isHeading, drawn));
    });
  }
}

function drawRun(piece, itemIds, isHeading, drawn) {
  const run = element("span", isHeading ? "heading" : "", piece);
  if (itemIds.length) run.classList.add("run");
  run.itemIds = itemIds;
  for (const itemId of itemIds) {
    if (!drawn.runs.has(itemId)) drawn.runs.set(itemId, []);
    drawn.runs.get(itemId).push(run);
  }
  return run;
}

function drawLegend(kinds, words, onToggle) {
  const box = element("div", "legend");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", words.legend);
  for (const kind of kinds) {
    const button = element("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    colour(button, kind.key);
    button.append(element("span", "swatch"), element("span", "", kind.label));
    button.append(element("span", "count", String(kind.count)));
    button.onclick = () => button.setAttribute("aria-pressed", String(onToggle(kind.key)));
    box.append(button);
  }
  return box;
}

function drawKeys(keys) {
  const box = element("p", "note keys");
  for (const [key, meaning] of keys) {
    box.append(element("kbd", "", key), document.createTextNode(` ${meaning}  `));
  }
  return box;
}
