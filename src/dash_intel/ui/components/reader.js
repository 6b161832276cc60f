const LINK_DELAY = 250;
const STACKED_BELOW = 820;
const mounted = new WeakMap();

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  let reader = mounted.get(parentElement);
  if (!reader) {
    reader = new Reader(parentElement.querySelector(".reader"));
    mounted.set(parentElement, reader);
  }
  reader.tell = (itemId) => setStateValue("item", { id: itemId, turn: (reader.turn += 1) });
  reader.listen();
  reader.show(data);
  return () => reader.silence();
}

class Reader {
  constructor(root) {
    this.root = root;
    this.turn = 0;
    this.onKey = (event) => this.key(event);
    this.observer = new ResizeObserver(() => this.fit());
  }

  listen() {
    document.addEventListener("keydown", this.onKey);
    this.observer.observe(this.root);
  }

  silence() {
    document.removeEventListener("keydown", this.onKey);
    this.observer.disconnect();
    clearTimeout(this.waiting);
  }

  show(data) {
    const version = JSON.stringify(data.view);
    if (version !== this.version) {
      this.version = version;
      this.draw(data.view, data.words);
    }
    if (this.told === undefined && data.selected !== this.chosen) {
      this.choose(data.selected, "both", false);
    }
    if (this.told === data.selected) this.told = undefined;
  }

  draw(view, words) {
    this.hidden = new Set();
    this.quiet = new Set(view.quiet);
    this.told = undefined;
    this.chosen = null;
    this.kindWords = new Map(view.kinds.map((kind) => [kind.key, kind.label]));
    const sections = drawSections(view.sections, words);
    const source = drawSource(view, words, (kind) => this.toggle(kind));
    this.items = sections.items;
    this.kinds = sections.kinds;
    this.text = source.text;
    this.runs = source.runs;
    this.back = element("button", "back", words.back);
    this.back.type = "button";
    this.back.onclick = () => this.goBack();
    this.root.replaceChildren(sections.box, source.box, this.back);
    this.fit();
    const placed = [...this.items.keys()].filter((itemId) => this.runs.has(itemId));
    this.order = placed.filter((itemId) => this.kinds.get(itemId) !== "reading");
    this.textOrder = [...this.runs.keys()].filter((itemId) => this.isMarked(this.kinds.get(itemId)));
    for (const itemId of placed) {
      press(this.items.get(itemId), () => this.choose(itemId, "source", true));
    }
    this.paint();
    this.leaveBox();
  }

  leaveBox() {
    const box = document.activeElement;
    if (!box?.closest('[data-testid="stSelectbox"]')) return;
    if (box.getAttribute("aria-expanded") === "true") return;
    this.root.tabIndex = -1;
    this.root.focus({ preventScroll: true });
  }

  fit() {
    this.root.classList.toggle("stacked", this.root.clientWidth < STACKED_BELOW);
  }

  toggle(kind) {
    const isShown = this.hidden.delete(kind);
    if (!isShown) this.hidden.add(kind);
    this.paint();
    return isShown;
  }

  isMarked(kind) {
    return !this.hidden.has(kind) && !this.quiet.has(kind);
  }

  paint() {
    for (const run of this.root.querySelectorAll(".run")) this.paintRun(run);
  }

  paintRun(run) {
    const visible = run.itemIds.filter((itemId) => this.isMarked(this.kinds.get(itemId)));
    const kinds = [...new Set(visible.map((itemId) => this.kinds.get(itemId)))].reverse();
    run.style.background = kinds.length ? `var(--di-${kinds[0]}-tint)` : "";
    run.style.boxShadow = kinds
      .map((kind, at) => `inset 0 -${2 * (at + 1)}px 0 var(--di-${kind}-line)`)
      .join(",");
    run.title = kinds.map((kind) => this.kindWords.get(kind)).join(", ");
    const inner = visible.at(-1);
    if (!inner) release(run);
    else press(run, () => this.choose(inner, "item", true), this.runs.get(inner)[0] === run);
  }

  choose(itemId, scroll, isAsked) {
    if (itemId !== null && !this.runs.has(itemId)) return;
    this.light(this.chosen, false);
    this.chosen = itemId;
    this.light(itemId, true);
    this.back.classList.toggle("shown", itemId !== null && scroll !== "item");
    if (itemId !== null) this.bring(itemId, scroll);
    if (!isAsked) return;
    clearTimeout(this.waiting);
    this.told = itemId;
    this.waiting = setTimeout(() => this.tell(itemId), LINK_DELAY);
  }

  light(itemId, isOn) {
    if (itemId === null) return;
    for (const box of [this.items.get(itemId), ...this.runs.get(itemId)]) {
      box.classList.toggle("chosen", isOn);
      if (isOn) box.setAttribute("aria-current", "true");
      else box.removeAttribute("aria-current");
    }
  }

  bring(itemId, scroll) {
    const run = this.runs.get(itemId)[0];
    const item = this.items.get(itemId);
    const isStacked = this.root.classList.contains("stacked");
    requestAnimationFrame(() => {
      if (scroll === "item" || (scroll === "both" && !isStacked)) {
        item.scrollIntoView({ block: "center", behavior: pace() });
      }
      if (scroll === "item") return;
      if (isStacked) return run.scrollIntoView({ block: "center", behavior: pace() });
      const there = run.getBoundingClientRect().top - this.text.getBoundingClientRect().top;
      const top = this.text.scrollTop + there - this.text.clientHeight / 3;
      this.text.scrollTo({ top, behavior: pace() });
    });
  }

  goBack() {
    const item = this.items.get(this.chosen);
    this.back.classList.remove("shown");
    item.scrollIntoView({ block: "center", behavior: pace() });
    item.focus({ preventScroll: true });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.composedPath()[0];
    if (target.closest?.("input,textarea,select,[contenteditable],[role=dialog]")) return;
    if (target.closest?.("[role=listbox],[role=grid],[role=tablist]")) return;
    const steps = { j: 1, k: -1 };
    if (target.closest?.(".item,.run")) Object.assign(steps, { ArrowDown: 1, ArrowUp: -1 });
    if (event.key === "Escape" && this.chosen) return this.choose(null, "item", true);
    if (!(event.key in steps) || !this.order.length) return;
    event.preventDefault();
    this.step(steps[event.key], Boolean(target.closest?.(".run")));
  }

  step(by, isInText) {
    const order = isInText ? this.textOrder : this.order;
    const at = order.indexOf(this.chosen);
    const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
    if (next < 0 || next >= order.length) return;
    const isStacked = this.root.classList.contains("stacked");
    this.choose(order[next], isStacked ? (isInText ? "source" : "item") : "both", true);
    const box = isInText ? this.runs.get(order[next])[0] : this.items.get(order[next]);
    if (!box.hasAttribute("tabindex")) box.tabIndex = -1;
    box.focus({ preventScroll: true });
  }
}
