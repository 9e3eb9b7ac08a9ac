/** One event of a `text/event-stream`. */
export interface ServerEvent {
  id: string | null;
  type: string;
  data: string;
}

/** Cuts a `text/event-stream` into events, whatever the pieces it arrives in. */
export class EventParser {
  #rest = "";
  #id: string | null = null;
  #type = "message";
  #data: string[] = [];

  /** The events that `text` completes. */
  push(text: string): ServerEvent[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line: string): ServerEvent[] {
    if (line === "") return this.#finish();
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "id") this.#id = value;
    else if (name === "event") this.#type = value;
    else if (name === "data") this.#data.push(value);
    return [];
  }

  #finish(): ServerEvent[] {
    const event = { id: this.#id, type: this.#type, data: this.#data.join("\n") };
    this.#id = null;
    this.#type = "message";
    this.#data = [];
    return event.data === "" ? [] : [event];
  }
}
