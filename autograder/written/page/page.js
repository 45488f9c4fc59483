// Grading by keyboard. Every change goes to the server at once; what could not be sent is tried again until it is.

import { byId, drawAnswer, drawCalls, drawMark, drawNumbers, drawQuestion, drawQuestions, drawStatus, KEYS, make, points, say, total } from "./view.js";

const me = crypto.getRandomValues(new Uint32Array(2)).join("-");
const now = { questions: [], question: null, answers: [], answer: null, mark: null, line: 0, typed: false, newest: "" };
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
let typing = null;

async function ask(path, body) {
  const sent = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  const reply = await fetch(`api/${path}`, sent);
  const data = await reply.json();
  if (!reply.ok && reply.status !== 409) throw Object.assign(new Error(data.error), { refused: true });
  return { stale: reply.status === 409, ...data };
}

// Saving: one request at a time for an answer; what changes meanwhile goes with the next one.

function changed(fields, kind) {
  const { answer } = now;
  Object.assign(now.mark, { done: false, note: "" }, fields);
  const pending = answer.pending;
  answer.pending = { points: [...now.mark.points], comment: now.mark.comment, done: now.mark.done, typing: kind === "typing" && (!pending || pending.typing) };
  drawMark(now.question, now.mark, now.line);
  clearTimeout(typing);
  say("Saving …");
  if (kind === "typing") {
    typing = setTimeout(() => send(answer), 300);
  } else send(answer);
}

function send(answer) {
  clearTimeout(typing);
  answer.sending ??= sendAll(answer).finally(() => (answer.sending = null));
  return answer.sending;
}

async function sendAll(answer) {
  while (answer.pending && !answer.conflict) {
    const sent = answer.pending;
    answer.pending = null;
    try {
      const reply = await ask(`${answer.question}/${answer.key}`, { ...sent, version: answer.version, grader: byId("grader").value });
      if (reply.stale) {
        answer.conflict = { theirs: reply, mine: answer.pending ?? sent };
        if (answer === now.answer) drawConflict();
        return;
      }
      take(answer, reply);
      if (!answer.pending) say(`Saved: ${points(reply.earned)} points${reply.mark?.done ? ", done" : ""}`);
    } catch (error) {
      answer.pending ??= sent;
      say(error.refused ? `Not saved: ${error.message}` : "Not saved: the server does not answer. Trying again; leave this page open.", true);
      if (error.refused) return;
      await wait(1500);
    }
  }
}

function take(answer, reply) {
  Object.assign(answer, { version: reply.version, status: reply.status, grader: reply.grader, earned: reply.earned });
  const listed = now.answers.find((one) => one.key === answer.key);
  if (listed) Object.assign(listed, { version: reply.version, status: reply.status, grader: reply.grader });
  if (answer === now.answer) drawStatus(answer, place(), now.answers.length);
}

function drawConflict() {
  const { conflict } = now.answer;
  byId("conflict").hidden = !conflict;
  if (!conflict) return;
  const { theirs, mine } = conflict;
  const theirPoints = theirs.mark ? points(total(theirs.mark)) : "no";
  const text = `Not saved, because ${theirs.grader || "somebody"} has changed this mark meanwhile: ${theirPoints} points, ${theirs.mark?.comment ? `“${theirs.mark.comment.slice(0, 80)}”` : "no comment"}.`;
  const settle = (keep) => {
    now.answer.conflict = null;
    now.answer.pending = keep ? mine : null;
    take(now.answer, theirs);
    if (!keep) setMark(theirs.mark);
    else send(now.answer);
    drawConflict();
    byId("which").focus();
  };
  const buttons = [make("button", "Take theirs", { type: "button" }), make("button", "Keep mine", { type: "button" })];
  buttons.forEach((button, keep) => button.addEventListener("click", () => settle(Boolean(keep))));
  byId("conflict").replaceChildren(make("p", text), ...buttons);
  say("Not saved", true);
}

// Moving.

const place = () => now.answers.findIndex((one) => one.key === now.answer.key);

function setMark(mark) {
  now.mark = mark ?? { points: now.question.rubric.map(() => null), comment: "", done: false, note: "" };
  drawMark(now.question, now.mark, now.line);
}

async function openQuestion(name, key = "") {
  await leave();
  now.question = await ask(name);
  now.answers = now.question.answers;
  byId("title").textContent = `${now.title} · ${name} ${now.question.title}`;
  drawQuestion(now.question, give, step, (line) => chooseLine(line));
  now.questions = (await ask("overview")).questions;
  drawQuestions(now.questions, name, (other) => attempt(() => openQuestion(other)));
  const first = now.answers.find((one) => one.key === key) ?? now.answers.find((one) => one.status !== "graded") ?? now.answers[0];
  if (first) await openAnswer(first.key);
  else byId("which").textContent = "Nobody has handed in an answer";
}

async function openAnswer(key) {
  await leave();
  const name = now.question.id;
  const answer = await ask(`${name}/${key}?names=${byId("names").checked ? 1 : 0}`);
  now.answer = { ...answer, question: name };
  now.line = 0;
  history.replaceState(null, "", `#${name}/${key}`);
  drawAnswer(now.answer, now.typed);
  setMark(answer.mark);
  drawStatus(now.answer, place(), now.answers.length);
  drawConflict();
  drawCalls([]);
  byId("left").scrollTop = 0;
  byId("which").focus();
  showCalls(now.answer);
}

async function showCalls(answer) {
  await wait(300); // whoever only leafs through asks for nothing
  if (answer !== now.answer) return;
  const { calls } = await ask(`${answer.question}/${answer.key}/calls`).catch(() => ({ calls: [] }));
  if (answer !== now.answer) return;
  for (const call of calls)
    for (const one of answer.numbers) if (one.kind !== "known" && one.kind !== "count" && call.quoted.includes(one.text)) Object.assign(one, { kind: "known", says: call.call });
  drawNumbers(answer);
  drawCalls(calls);
}

async function leave() {
  if (now.answer?.pending && !now.answer.conflict) await Promise.race([send(now.answer), wait(3000)]);
}

function move(by) {
  if (now.answers.length) return openAnswer(now.answers[(place() + by + now.answers.length) % now.answers.length].key);
}

function nextUngraded() {
  const at = place();
  const order = [...now.answers.slice(at + 1), ...now.answers.slice(0, at + 1)];
  const next = order.find((one) => one.status !== "graded" && one.key !== now.answer.key) ?? order.find((one) => one.status !== "graded");
  if (next) return openAnswer(next.key);
  say("Every answer to this question is graded.");
}

// Giving points.

function chooseLine(line) {
  now.line = line;
  drawMark(now.question, now.mark, line);
}

function reach(line) {
  now.line = line;
  byId(`row-${line}`).scrollIntoView({ block: "nearest" });
}

function give(line) {
  reach(line);
  const most = now.question.rubric[line].points;
  changed({ points: now.mark.points.with(line, now.mark.points[line] === most ? 0 : most) });
}

function step(line, by) {
  reach(line);
  const most = now.question.rubric[line].points;
  changed({ points: now.mark.points.with(line, Math.min(most, Math.max(0, (now.mark.points[line] ?? 0) + by))) });
}

async function done() {
  const { answer } = now;
  changed({ done: true, points: now.mark.points.map((one) => one ?? 0) });
  await send(answer);
  if (!answer.conflict && !answer.pending && answer === now.answer) await nextUngraded();
}

async function undo() {
  const { answer } = now;
  await send(answer);
  if (answer.pending || answer.conflict) return;
  const reply = await ask(`${answer.question}/${answer.key}`, { undo: true, version: answer.version, grader: byId("grader").value });
  if (reply.stale) answer.conflict = { theirs: reply, mine: { ...now.mark } };
  else {
    take(answer, reply);
    setMark(reply.mark);
    say("Undone");
  }
  drawConflict();
}

// Who else is here, and what they have changed.

async function listen() {
  for (;;) {
    try {
      const { question, answer } = now;
      const asked = new URLSearchParams({ since: now.newest, page: me, grader: byId("grader").value, question: question?.id ?? "", key: answer?.key ?? "" });
      const news = await ask(`news?${asked}`);
      now.newest = news.newest;
      for (const entry of news.changed) heard(entry);
      if (news.questions.length) drawQuestions((now.questions = news.questions), question.id, (other) => attempt(() => openQuestion(other)));
      const others = news.present.map((one) => `${one.grader || "somebody"} is ${one.key && one.key === now.answer?.key ? "on this answer too" : "grading too"}`);
      const text = [...new Set(others)].join("; ");
      if (byId("present").textContent !== text) byId("present").textContent = text;
    } catch {
      // the next save says that the server does not answer
    }
    await wait(1500);
  }
}

async function heard(entry) {
  const listed = now.answers.find((one) => one.key === entry.key && entry.question === now.question.id);
  if (listed) Object.assign(listed, { status: entry.status, version: entry.version, grader: entry.grader });
  const { answer } = now;
  const free = answer && !answer.pending && !answer.sending && !answer.conflict && document.activeElement !== byId("comment");
  if (answer?.key !== entry.key || entry.version <= answer.version || !free) return;
  const fresh = await ask(`${answer.question}/${answer.key}`);
  if (answer !== now.answer || answer.pending || answer.sending || fresh.version <= answer.version) return;
  take(answer, fresh);
  setMark(fresh.mark);
  say(`${fresh.grader} has just changed this mark`);
}

// Keys and buttons.

async function attempt(action) {
  try {
    await action();
  } catch (error) {
    say(error.refused ? error.message : "The server does not answer. Start autograder written again, and open the address that it prints.", true);
  }
}

const actions = {
  n: () => move(1),
  p: () => move(-1),
  g: nextUngraded,
  u: undo,
  c: () => byId("comment").focus(),
  a: () => changed({ points: now.question.rubric.map((item) => item.points) }),
  z: () => changed({ points: now.question.rubric.map(() => 0) }),
  "+": () => step(now.line, 0.5),
  "-": () => step(now.line, -0.5),
  Enter: done,
  r: () => drawAnswer(now.answer, (now.typed = !now.typed)),
  s: () => byId("names").click(),
};

document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("textarea, input:not([type='checkbox'])");
  if (event.target === byId("comment") && (event.key === "Escape" || (event.key === "Enter" && event.ctrlKey))) {
    event.preventDefault();
    byId("which").focus();
    if (event.key === "Enter") attempt(done);
    return;
  }
  if (writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !now.answer || !byId("keys").checked || document.querySelector("dialog[open]")) return;
  if (event.key === "Enter" && event.target.closest("button, summary, a, label, input")) return;
  const line = KEYS.indexOf(event.key);
  const action = line >= 0 && line < now.question.rubric.length && event.key.length === 1 ? () => give(line) : actions[event.key];
  if (action && !(now.answer.conflict && action !== actions.r && action !== actions.s)) {
    event.preventDefault();
    attempt(action);
  }
});

for (const [id, action] of Object.entries({ done, undo, next: () => move(1), previous: () => move(-1), ungraded: nextUngraded })) byId(id).addEventListener("click", () => attempt(action));
byId("comment").addEventListener("input", () => changed({ comment: byId("comment").value }, "typing"));
byId("comment").addEventListener("blur", () => now.answer?.pending && send(now.answer));
byId("names").addEventListener("change", () => now.answer && attempt(() => openAnswer(now.answer.key)));
byId("grader").addEventListener("change", () => localStorage.setItem("grader", byId("grader").value));
document.addEventListener("visibilitychange", () => now.answer?.pending && send(now.answer));
addEventListener("beforeunload", (event) => now.answer?.pending && event.preventDefault());

function askName() {
  byId("grader").value = localStorage.getItem("grader") ?? "";
  if (byId("grader").value) return Promise.resolve();
  const name = make("input", "", { id: "name", required: "", maxlength: "60", autocomplete: "name" });
  const form = make("form", [make("label", "Your name ", { for: "name" }), name, make("button", "Begin", { class: "main" })], { method: "dialog" });
  const box = make("dialog", [make("h2", "Who is grading?", { id: "ask" }), make("p", "It is kept with every mark you give. Students see points and comments only."), form], { "aria-labelledby": "ask" });
  document.body.append(box);
  box.showModal();
  box.addEventListener("cancel", (event) => event.preventDefault());
  return new Promise((begin) =>
    box.addEventListener("close", () => {
      localStorage.setItem("grader", (byId("grader").value = name.value.trim() || "somebody"));
      box.remove();
      begin();
    }),
  );
}

await askName();
await attempt(async () => {
  const { assignment, questions } = await ask("overview");
  now.title = assignment;
  now.questions = questions;
  const [name, key] = location.hash.slice(1).split("/");
  await openQuestion(questions.some((one) => one.id === name) ? name : questions[0].id, key);
});
listen();
