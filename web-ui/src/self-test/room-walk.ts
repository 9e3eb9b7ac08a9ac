import { expertsPass } from "../api/administration";
import type { Tokens } from "../api/http";
import type { Enter } from "../signaling/options";
import type { IceServer } from "../signaling/protocol";
import { randomId } from "../signaling/random-id";
import type { Way } from "../signaling/ways";
import type { Course } from "./course";
import type { Encounter } from "./encounter";
import { fine, type Found, median, Sickness } from "./finding";
import { RoomPeer } from "./room-peer";
import { judgeOneInstance, judgeTalk } from "./room-rules";

interface Room {
  encounter: Encounter;
  tokens: Tokens;
  origin: string;
  signal: AbortSignal;
}

/** Connections until two of them should have come to different instances. */
const TRIES = 10;
const WORDS = 5;
const PATIENCE_MS = 8_000;

/** Tries the room of the match; gives the ICE servers that pages get, or null. */
export async function examineRoom(course: Course, room: Room): Promise<IceServer[] | null> {
  const both = new Both(room);
  const leave = () => both.leave();
  room.signal.addEventListener("abort", leave);
  try {
    const iceServers = await course.take("socket", () => both.meet());
    if (iceServers !== null) await course.take("instances", () => both.spread());
    const came = await course.take("fallback", () => both.changeWay());
    if (iceServers !== null || came !== null) {
      await course.take("call", () => both.endCall(room.encounter));
    }
    return iceServers ?? came;
  } finally {
    room.signal.removeEventListener("abort", leave);
    leave();
  }
}

/** The learner and the expert of the self-test, both in this page. */
class Both {
  readonly #origin: string;
  readonly #learnersWay: Enter;
  readonly #expertsWay: Enter;
  #learner: RoomPeer | null = null;
  #expert: RoomPeer | null = null;

  constructor({ encounter, tokens, origin }: Room) {
    const { matchmaking, matchId, test } = encounter;
    this.#origin = origin;
    this.#learnersWay = (nonce) => matchmaking.roomPass(matchId, nonce);
    this.#expertsWay = (nonce) => expertsPass(tokens, test.id, nonce);
  }

  async meet(): Promise<Found<IceServer[]>> {
    const learner = await this.#learnerBy("socket");
    const expert = await this.#expertBy("socket");
    const finding = judgeTalk(await talk(learner, expert), "Two peers share the room");
    return { finding, value: learner.iceServers };
  }

  /** Lets the expert come again until it comes to another instance than the learner. */
  async spread(): Promise<Found<true>> {
    const learner = this.#learner ?? (await this.#learnerBy("socket"));
    let expert = this.#expert ?? (await this.#expertBy("socket"));
    for (let i = 1; i < TRIES && expert.instance === learner.instance; i++) {
      expert = await this.#expertBy("socket");
    }
    if (expert.instance === learner.instance) {
      return { finding: judgeOneInstance(TRIES + 1, learner.instance), value: true };
    }
    const where = `${learner.instance} and ${expert.instance} share the room`;
    return { finding: judgeTalk(await talk(learner, expert), where), value: true };
  }

  /** One after the other, so that the room is never empty. */
  async changeWay(): Promise<Found<IceServer[]>> {
    const learner = await this.#learnerBy("events");
    const expert = await this.#expertBy("events");
    const where = "Two peers share the room by events and requests";
    return { finding: judgeTalk(await talk(learner, expert), where), value: learner.iceServers };
  }

  async endCall(encounter: Encounter): Promise<Found<true>> {
    if (!(await encounter.inCall(PATIENCE_MS))) {
      throw new Sickness(
        "Matchmaking does not hear who is in the room: do STOA_SIGNALING_REDIS_URL of matchmaking-service and of signaling-service lead to the same Redis?",
      );
    }
    await encounter.matchmaking.leaveMatch(encounter.matchId);
    const [isOver, isClosed] = await Promise.all([encounter.over(PATIENCE_MS), this.#closed()]);
    if (!isOver) throw new Sickness("The call's end did not come as an event.");
    if (!isClosed) {
      throw new Sickness(
        "Signaling did not close the room of a call that is over: what does its log say of sig:room-commands?",
      );
    }
    const words =
      "Matchmaking heard that both were there, and its end of the call closed the room.";
    return { finding: fine(words), value: true };
  }

  async #closed(): Promise<boolean> {
    const peers = [this.#learner, this.#expert].filter((peer) => peer !== null);
    const closed = await Promise.all(peers.map((peer) => peer.closed(PATIENCE_MS)));
    return !closed.includes(false);
  }

  leave(): void {
    this.#learner?.leave();
    this.#expert?.leave();
    this.#learner = this.#expert = null;
  }

  async #learnerBy(way: Way): Promise<RoomPeer> {
    this.#learner?.leave();
    this.#learner = null;
    return (this.#learner = await RoomPeer.join(way, this.#learnersWay, this.#origin));
  }

  async #expertBy(way: Way): Promise<RoomPeer> {
    this.#expert?.leave();
    this.#expert = null;
    return (this.#expert = await RoomPeer.join(way, this.#expertsWay, this.#origin));
  }
}

/** Lets some words go to the other and back; the usual time in milliseconds. */
async function talk(one: RoomPeer, other: RoomPeer): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < WORDS; i++) {
    const [word, echo] = [`self-test ${randomId()}`, `heard ${randomId()}`];
    const since = performance.now();
    one.say(word);
    const arrived = await other.hears(word);
    other.say(echo);
    if (!arrived || !(await one.hears(echo))) {
      throw new Sickness(
        `What one peer (at ${one.instance}) says does not reach the other (at ${other.instance}): do all instances use the same STOA_SIGNALING_REDIS_URL?`,
      );
    }
    times.push(performance.now() - since);
  }
  return median(times);
}
