// What is on the page: nodes made from plain data. Only the server's own HTML, which is sanitised, goes in as HTML.

export const KEYS = "1234567890qwety";
const WORDS = { graded: "graded", draft: "begun", changed: "changed since graded", open: "not graded" };

export const byId = (id) => document.getElementById(id);

export function make(tag, content = "", attributes = {}) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...[].concat(content));
  return node;
}

export const points = (value) => (value === null ? "–" : String(Math.round(value * 100) / 100));
export const total = (mark) => mark.points.reduce((sum, one) => sum + (one ?? 0), 0);

export function drawQuestions(questions, current, choose) {
  byId("questions").replaceChildren(
    ...questions.map((question) => {
      const button = make("button", `${question.id} ${question.graded} of ${question.answers}`, { type: "button", "data-question": question.id });
      button.title = question.title;
      if (question.id === current) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => choose(question.id));
      return button;
    }),
  );
  const here = questions.find((question) => question.id === current);
  if (here) {
    const parts = [`${here.answers - here.graded} left to read`, here.draft && `${here.draft} begun`, here.changed && `${here.changed} changed since graded`];
    byId("counts").textContent = parts.filter(Boolean).join(", ");
  }
}

export function drawQuestion(question, give, step, choose) {
  byId("question-text").innerHTML = question.text;
  byId("notes").innerHTML = question.notes;
  byId("guide").hidden = !question.notes;
  byId("problem").textContent = question.problem;
  byId("problem").hidden = !question.problem;
  byId("facts-box").hidden = !question.facts.length;
  const rows = question.facts.map((fact) => make("tr", [make("td", fact.name), make("td", fact.shown + (fact.off ? " (declared otherwise!)" : "")), make("td", fact.source)]));
  const head = make("thead", make("tr", ["number", "value", "from"].map((name) => make("th", name, { scope: "col" }))));
  byId("facts").replaceChildren(make("table", [head, make("tbody", rows)]));
  const made = [];
  let group = "";
  question.rubric.forEach((item, number) => {
    if (item.group !== group) made.push(make("h3", (group = item.group)));
    const what = make("div", "", { class: "what", id: `item-${number}` });
    what.innerHTML = item.html;
    const less = make("button", "−", { type: "button", "aria-label": `Line ${number + 1}: half a point less` });
    const value = make("button", "", { type: "button", class: "value" });
    const more = make("button", "+", { type: "button", "aria-label": `Line ${number + 1}: half a point more` });
    less.addEventListener("click", () => step(number, -0.5));
    value.addEventListener("click", () => give(number));
    more.addEventListener("click", () => step(number, 0.5));
    const key = KEYS[number] ? make("kbd", KEYS[number]) : make("span");
    const row = make("div", [key, what, make("div", [less, value, more], { class: "give" })], { class: "item", role: "group", "aria-labelledby": `item-${number}`, id: `row-${number}` });
    row.addEventListener("focusin", () => choose(number));
    made.push(row);
  });
  byId("rubric").replaceChildren(...made);
}

export function drawMark(question, mark, line) {
  question.rubric.forEach((item, number) => {
    const given = mark.points[number];
    const row = byId(`row-${number}`);
    row.className = "item" + (given === item.points ? " full" : given ? " part" : "") + (number === line ? " here" : "");
    const value = row.querySelector(".value");
    value.textContent = `${points(given)} of ${points(item.points)}`;
    value.setAttribute("aria-label", `Line ${number + 1}: ${given === null ? "open" : points(given)} of ${points(item.points)} points`);
  });
  byId("total").textContent = `${points(total(mark))} of ${points(question.points)} points`;
  byId("note").textContent = mark.note || "";
  byId("note").hidden = !mark.note;
  if (byId("comment").value !== mark.comment) byId("comment").value = mark.comment;
}

export function drawStatus(answer, place, count) {
  byId("which").textContent = `Answer ${place + 1} of ${count}`;
  const same = answer.same > 1 ? ` · ${answer.same} students say the same: one mark for all` : "";
  const by = answer.status !== "open" && answer.grader ? ` by ${answer.grader}` : "";
  byId("status").textContent = WORDS[answer.status] + by + same;
  byId("status").className = answer.status;
}

export function drawAnswer(answer, typed) {
  byId("answer").innerHTML = answer.empty ? "<p><em>Nothing was written.</em></p>" : answer.html;
  byId("typed").textContent = answer.typed;
  byId("answer").hidden = typed;
  byId("typed").hidden = !typed;
  byId("who").textContent = answer.names.join(", ");
  byId("who").hidden = !answer.names.length;
  byId("evidence").hidden = answer.empty;
  drawNumbers(answer);
  byId("cells").replaceChildren(
    ...answer.cells.map((cell) => {
      const shown = [make("summary", `Their cell ${cell.number}, run here: ${cell.status}`), make("pre", cell.source, { tabindex: "0", "aria-label": `source of cell ${cell.number}` })];
      if (cell.printed) shown.push(make("p", "printed"), make("pre", cell.printed, { tabindex: "0", "aria-label": `output of cell ${cell.number}` }));
      if (cell.error) shown.push(make("p", cell.error));
      return make("details", shown, { open: "" });
    }),
  );
}

export function drawNumbers(answer) {
  const told = new Map();
  for (const [number, one] of answer.numbers.entries()) {
    const frame = byId("answer").querySelector(`mark[data-number="${number}"]`);
    if (frame) {
      frame.className = one.kind;
      frame.title = one.says;
    }
    if (one.kind !== "count") told.set(one.text + one.says, one);
  }
  const rows = [...told.values()].map((one) => make("li", [make("mark", one.text, { class: one.kind }), ` ${one.says}`]));
  byId("numbers").replaceChildren(rows.length ? make("ul", rows) : make("p", "It quotes none.", { class: "quiet" }));
}

export function drawCalls(calls) {
  const rows = calls.map((one) => make("li", [make("code", one.call), " gives ", make("code", one.result), one.quoted.length ? "" : " (no number of the answer)"]));
  byId("calls").replaceChildren(...(rows.length ? [make("h3", "Calls in this answer, computed with the reference"), make("ul", rows)] : []));
}

export function say(text, failed = false) {
  byId("saved").textContent = text;
  byId("saved").className = failed ? "failed" : "";
}
