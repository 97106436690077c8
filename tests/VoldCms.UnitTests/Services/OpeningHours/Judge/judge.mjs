// Answers, a line of JSON for a line of JSON, what npm opening_hours says of a text in Norway. Run it with TZ=Europe/Oslo.
//   { id, text, from, to, limit, instants }  ->  { id, failure } or { id, timeline, states, changes }
// Instants are milliseconds since 1970; a state is [status, comment or null]; "!" stands where the library throws.
import { createInterface } from "node:readline";
import openingHours from "opening_hours";

const oslo = { lat: 59.91, lon: 10.75, address: { country_code: "no", state: "Oslo" } };

const stateOf = (subject) => [
  subject.getUnknown() ? "Unknown" : subject.getState() ? "Open" : "Closed",
  subject.getComment() ?? null,
];

function timelineOf(hours, from, to) {
  const iterator = hours.getIterator(new Date(from));
  const timeline = [];
  let status = stateOf(iterator)[0];
  while (iterator.advance(new Date(to))) {
    const [next] = stateOf(iterator);
    if (next !== status) timeline.push([iterator.getDate().getTime(), next]);
    status = next;
  }
  return timeline;
}

function changeAfter(hours, instant, limit) {
  try {
    return hours.getNextChange(new Date(instant), new Date(instant + limit))?.getTime() ?? null;
  } catch {
    return "!";
  }
}

function answer({ id, text, from, to, limit, instants }) {
  try {
    const hours = new openingHours(text, oslo);
    return {
      id,
      timeline: timelineOf(hours, from, to),
      states: instants.map((instant) => stateOf(hours.getIterator(new Date(instant)))),
      changes: instants.map((instant) => changeAfter(hours, instant, limit)),
    };
  } catch (failure) {
    return { id, failure: String(failure) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}
