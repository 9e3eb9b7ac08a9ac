import type { Candidate, Description, IceServer, PeerInfo, ServerMessage } from "./protocol";

type Fields = Record<string, unknown>;

/** Longer frames are not read at all. */
const MAX_FRAME = 128 * 1024;

/**
 * Reads a frame of the service, or null when it is not one we understand. The parts that the service
 * passes on from another peer unread (descriptions, candidates, texts) are checked here.
 */
export function parseServerMessage(data: unknown): ServerMessage | null {
  if (typeof data !== "string" || data.length > MAX_FRAME) return null;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  return isFields(value) && isServerMessage(value) ? value : null;
}

function isServerMessage(value: Fields): value is Fields & ServerMessage {
  switch (value["type"]) {
    case "welcome":
      return (
        isText(value["self"]) &&
        isToken(value["epoch"]) &&
        isToken(value["session"]) &&
        isOptional(value["resumeWithin"], isCount) &&
        isOptional(value["reconnecting"], isListOfTexts) &&
        isRoom(value)
      );
    case "resumed":
      return isCount(value["received"]) && isListOfTexts(value["reconnecting"]) && isRoom(value);
    case "ice-servers":
      return isListOf(value["iceServers"], isIceServer);
    case "ack":
      return isCount(value["n"]);
    case "error":
      return (
        isText(value["code"]) &&
        isText(value["message"]) &&
        isOptional(value["ref"], isText) &&
        isOptional(value["n"], isCount)
      );
    default:
      return isCount(value["seq"]) && isNumbered(value);
  }
}

/** Whether it is something that was said in the room. */
function isNumbered(value: Fields): boolean {
  switch (value["type"]) {
    case "peer-joined":
    case "peer-resumed":
      return isPeerInfo(value["peer"]);
    case "peer-left":
      return isText(value["peer"]) && isText(value["reason"]);
    case "peer-reconnecting":
      return isText(value["peer"]);
    case "description":
      return isText(value["from"]) && isDescription(value["description"]);
    case "candidate":
      return (
        isText(value["from"]) && (value["candidate"] === null || isCandidate(value["candidate"]))
      );
    case "chat":
      return isText(value["from"]) && isText(value["text"]) && isOptional(value["id"], isText);
    default:
      return false;
  }
}

/** What a welcome and a resumption tell alike. */
function isRoom(value: Fields): boolean {
  return (
    isText(value["instance"]) &&
    isCount(value["seq"]) &&
    isListOf(value["peers"], isPeerInfo) &&
    isListOf(value["iceServers"], isIceServer)
  );
}

function isDescription(value: unknown): value is Description {
  if (!isFields(value)) return false;
  const { type, sdp } = value;
  if (type === "rollback") return isOptional(sdp, isText);
  return (type === "offer" || type === "answer" || type === "pranswer") && isText(sdp);
}

function isCandidate(value: unknown): value is Candidate {
  return (
    isFields(value) &&
    isText(value["candidate"]) &&
    isOptional(value["sdpMid"], isText) &&
    isOptional(value["sdpMLineIndex"], Number.isInteger) &&
    isOptional(value["usernameFragment"], isText)
  );
}

function isPeerInfo(value: unknown): value is PeerInfo {
  return isFields(value) && isText(value["peer"]) && isText(value["name"]) && isText(value["role"]);
}

function isIceServer(value: unknown): value is IceServer {
  return (
    isFields(value) &&
    isListOf(value["urls"], isText) &&
    isOptional(value["username"], isText) &&
    isOptional(value["credential"], isText)
  );
}

function isListOfTexts(value: unknown): value is string[] {
  return isListOf(value, isText);
}

function isListOf(value: unknown, check: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isOptional(value: unknown, check: (item: unknown) => boolean): boolean {
  return value === undefined || value === null || check(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** What fits into the name of a subprotocol. */
function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9_.-]{1,200}$/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
