function element(name, className = "", text = null) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== null) made.textContent = text;
  return made;
}

function colour(box, kind) {
  box.style.setProperty("--kind-line", `var(--di-${kind}-line, var(--di-line))`);
  box.style.setProperty("--kind-tint", `var(--di-${kind}-tint, var(--di-surface))`);
}

function press(box, action, isReached = true) {
  release(box);
  box.classList.add("pressed");
  box.onclick = () => {
    if (document.getSelection().isCollapsed) action();
  };
  if (!isReached) return;
  box.setAttribute("role", "button");
  box.tabIndex = 0;
  box.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    action();
  };
}

function release(box) {
  box.classList.remove("pressed");
  box.removeAttribute("tabindex");
  box.removeAttribute("role");
  box.onclick = null;
  box.onkeydown = null;
}

function pace() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
