import { ActionIcon, CloseButton, Textarea } from "@mantine/core";
import { IconSend2 } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useStore } from "../ui/use-store";
import type { Chat, ChatMessage } from "./chat";
import classes from "./chat.module.css";

/** As much as the service takes in one message. */
const MAX_LENGTH = 4000;

interface ChatPanelProps {
  chat: Chat;
  /** What was written and not sent when the panel was closed last. */
  draft: string;
  /** Takes what is written and not sent when the panel closes; must stay the same. */
  keepDraft: (text: string) => void;
  close: () => void;
}

/** What was written in the call, and where to write. */
export function ChatPanel({ chat, draft, keepDraft, close }: ChatPanelProps) {
  const { messages } = useStore(chat);
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [messages.length]);

  return (
    <aside
      className={classes.panel}
      aria-label="Chat"
      onKeyDown={(event) => event.key === "Escape" && !isComposing(event) && close()}
    >
      <header>
        <h2>Chat</h2>
        <CloseButton aria-label="Close the chat panel" size="lg" onClick={close} />
      </header>
      <div className={classes.messages} role="log" aria-label="Messages" tabIndex={0}>
        {messages.length === 0 && (
          <p className={classes.empty}>Nothing written yet. Only the two of you see this.</p>
        )}
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
        <div ref={end} />
      </div>
      <Composer draft={draft} keepDraft={keepDraft} send={(text) => chat.send(text)} />
    </aside>
  );
}

const time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

function Message({ message }: { message: ChatMessage }) {
  return (
    <div className={classes.message} data-mine={message.mine || undefined}>
      <p className={classes.from}>
        {message.mine ? "You" : message.from} <time>{time.format(message.at)}</time>
      </p>
      <p className={classes.text}>{message.text}</p>
      {message.delivery === "sending" && <small>Sending…</small>}
      {message.delivery === "failed" && <small>Not delivered</small>}
    </div>
  );
}

/** Whether the key belongs to an input method. Safari ends the composing before the key that ended it: only its code tells. */
function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}

interface ComposerProps extends Pick<ChatPanelProps, "draft" | "keepDraft"> {
  send: (text: string) => void;
}

function Composer({ draft, keepDraft, send }: ComposerProps) {
  const [text, setText] = useState(draft);
  const latest = useRef(text);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);

  useEffect(() => {
    latest.current = text;
  });

  useEffect(() => () => keepDraft(latest.current), [keepDraft]);

  function submit(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (text.trim() === "") return;
    send(text.trim());
    setText("");
  }

  return (
    <form className={classes.composer} onSubmit={submit}>
      <Textarea
        ref={field}
        aria-label="Message"
        placeholder="Write a message"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) submit(event);
        }}
        maxLength={MAX_LENGTH}
        autosize
        minRows={1}
        maxRows={5}
        autoFocus
      />
      <ActionIcon type="submit" size={44} aria-label="Send message">
        <IconSend2 size={22} aria-hidden />
      </ActionIcon>
    </form>
  );
}
