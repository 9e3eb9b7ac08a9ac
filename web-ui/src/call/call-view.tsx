import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { useCallback, useRef, useState } from "react";
import type { Match } from "../api/model";
import { useServices } from "../app/services";
import type { ChatMessage } from "../chat/chat";
import { ChatPanel } from "../chat/chat-view";
import { FilesTray } from "../files/files-view";
import { Refusal } from "../ui/device-check";
import { useNow, usePageTitle, useSettled } from "../ui/hooks";
import { Logo } from "../ui/logo";
import { useStore, useStorePart } from "../ui/use-store";
import { useWakeLock } from "../ui/wake-lock";
import { clock } from "../ui/words";
import type { Call } from "./call";
import type { CallState } from "./call-state";
import { CallOver } from "./call-over-view";
import { CallSettings } from "./call-settings-view";
import { pathWords } from "./call-words";
import classes from "./call.module.css";
import { Controls } from "./controls-view";
import { Stage } from "./stage-view";

/** Words about a connection wait so long for its first pictures, in milliseconds: drawing them would delay those. */
const FACTS_MS = 400;

interface CallRoomProps {
  call: Call;
  match: Match;
}

/** A call and everything in it; what comes after, once it is over. */
export function CallRoom({ call, match }: CallRoomProps) {
  const over = useStorePart(call, ({ phase }) => phase === "ended" || phase === "failed");
  return over ? <CallOver match={match} call={call} /> : <Room call={call} match={match} />;
}

function Room({ call, match }: CallRoomProps) {
  const { who, media, standing } = useServices();
  const { account } = useStore(who);
  const [chatOpen, setChatOpen] = useState(false);
  const [draft, setDraft] = useState("");
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [seen, setSeen] = useState(0);
  const { messages } = useStore(call.chat);
  const fromOthers = messages.filter(({ mine }) => !mine);
  const root = useRef<HTMLDivElement>(null);
  usePageTitle(`Call with ${match.peer.displayName}`);
  useWakeLock();

  const toggleChat = useCallback(() => {
    setSeen(fromOthers.length);
    setChatOpen((open) => !open);
  }, [fromOthers.length]);

  const closeChat = () => {
    toggleChat();
    root.current
      ?.querySelector<HTMLElement>('[aria-label="Open chat"], [aria-label="Close chat"]')
      ?.focus();
  };

  function hangUp() {
    call.hangUp();
    void standing.leave(match.id).catch(() => undefined);
  }

  return (
    <div className={classes.room} ref={root}>
      <TopBar call={call} match={match} openSettings={() => setSettingsOpen(true)} />
      <main className={classes.middle}>
        <VisuallyHidden component="h1">Call with {match.peer.displayName}</VisuallyHidden>
        <Stage
          call={call}
          media={media}
          expected={match.peer.displayName}
          ownName={account?.displayName ?? "You"}
        />
        {chatOpen && (
          <ChatPanel chat={call.chat} draft={draft} keepDraft={setDraft} close={closeChat} />
        )}
        <div className={classes.notices} data-above-chat={chatOpen || undefined}>
          <FilesTray files={call.files} peer={match.peer.displayName} />
          <Notices call={call} />
        </div>
      </main>
      <footer className={classes.bottom}>
        <Controls
          call={call}
          media={media}
          chatOpen={chatOpen}
          unread={chatOpen ? 0 : fromOthers.length - seen}
          toggleChat={toggleChat}
          hangUp={hangUp}
        />
      </footer>
      <Announcer last={chatOpen ? undefined : fromOthers.at(-1)} call={call} />
      <CallSettings media={media} opened={settingsOpen} close={() => setSettingsOpen(false)} />
    </div>
  );
}

interface TopBarProps extends CallRoomProps {
  openSettings: () => void;
}

function TopBar({ call, match, openSettings }: TopBarProps) {
  return (
    <header className={classes.top}>
      <Logo size={26} />
      <p>
        <strong>
          <Names call={call} expected={match.peer.displayName} />
        </strong>
        <span className={classes.field}>{match.field.name}</span>
      </p>
      <Facts call={call} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label="Settings"
        onClick={openSettings}
      >
        <IconSettings size={22} aria-hidden />
      </ActionIcon>
    </header>
  );
}

function Names({ call, expected }: { call: Call; expected: string }) {
  const names = ({ peers }: CallState) => peers.map(({ name }) => name).join(", ");
  return useStorePart(call, names) || expected;
}

/** How the media travels, and for how long they have been talking. */
function Facts({ call }: { call: Call }) {
  const { peers, liveSince } = useSettled(useStore(call), FACTS_MS);
  const connected = peers.find(({ connection }) => connection === "connected");
  return (
    <p className={classes.facts}>
      {connected && <span data-path={connected.path}>{pathWords(connected.path)}</span>}
      {liveSince !== null && <Elapsed since={liveSince} />}
    </p>
  );
}

function Elapsed({ since }: { since: number }) {
  const now = useNow(1000);
  return (
    <span role="timer" aria-label="Duration of the call" className={classes.clock}>
      {clock(now - since)}
    </span>
  );
}

/** What stands in the way of a device or of sharing, with what to do. */
function Notices({ call }: { call: Call }) {
  const { media } = useServices();
  const { refusal } = useStore(call.screen);
  return (
    <>
      <Refusal device="microphone" media={media} />
      <Refusal device="camera" media={media} />
      {refusal !== null && (
        <p role="alert" className={classes.notice}>
          {refusal}
        </p>
      )}
    </>
  );
}

interface AnnouncerProps {
  call: Call;
  /** The newest message of others, while the chat is closed. */
  last: ChatMessage | undefined;
}

/** Tells screen readers who is there, and what was written while the chat is closed. */
function Announcer({ call, last }: AnnouncerProps) {
  const { peers } = useSettled(useStore(call), FACTS_MS);
  const here = peers.filter(({ connection }) => connection === "connected").map(({ name }) => name);
  return (
    <VisuallyHidden>
      <p role="status">{here.length > 0 && `${here.join(" and ")} is connected`}</p>
      <p role="status">{last && `${last.from} wrote: ${last.text}`}</p>
    </VisuallyHidden>
  );
}
