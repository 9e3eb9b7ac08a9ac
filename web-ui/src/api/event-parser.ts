/** One event of a `text/event-stream`. */
export interface ServerEvent {
  id: string | null;
  type: string;
  data: string;
}

/** More than any event of ours, in UTF-16 units. */
const MAX_EVENT = 1024 * 1024;

/** Cuts a `text/event-stream` into events, whatever the pieces it arrives in. */
export class EventParser {
  readonly #maxEvent: number;
  #rest = "";
  #restEndsInCr = false;
  #id: string | null = null;
  #type = "message";
  #data: string[] = [];
  #size = 0;

  /** `maxEvent` bounds an event, and so what is kept of an unfinished one, in UTF-16 units. */
  constructor(maxEvent = MAX_EVENT) {
    this.#maxEvent = maxEvent;
  }

  /** The events that `text` completes; throws if one is too large. */
  push(text: string): ServerEvent[] {
    const lines = this.#lines(text);
    const events = lines.flatMap((line) => this.#line(line));
    this.#bound(this.#rest.length);
    return events;
  }

  #lines(text: string): string[] {
    const whole = this.#rest + text;
    if (!this.#restEndsInCr && !/[\r\n]/.test(text)) {
      this.#rest = whole;
      return [];
    }
    const lines = whole.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? "";
    // The line feed that belongs to it may follow.
    this.#restEndsInCr = this.#rest.endsWith("\r");
    return lines;
  }

  #line(line: string): ServerEvent[] {
    if (line === "") return this.#finish();
    this.#size += line.length;
    this.#bound(0);
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
    this.#size = 0;
    return event.data === "" ? [] : [event];
  }

  #bound(more: number): void {
    if (this.#size + more > this.#maxEvent) throw new RangeError("This event is too large.");
  }
}
