import { Store } from "../store";

export interface ChatMessage {
  id: string;
  mine: boolean;
  /** The display name of who wrote it. */
  from: string;
  text: string;
  /** Milliseconds since the epoch. */
  at: number;
  delivery: "sending" | "sent" | "failed";
}

export interface ChatState {
  messages: ChatMessage[];
}

/** Written messages among the peers of a call. */
export class Chat extends Store<ChatState> {
  constructor() {
    super({ messages: [] });
  }

  send(_text: string): void {}
}
