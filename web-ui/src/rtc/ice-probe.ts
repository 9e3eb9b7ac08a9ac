import type { IceServer } from "../signaling/protocol";

/** Why an ICE server gave no candidate. */
export interface IceFailure {
  /** A code of STUN, or 701 for no answer. */
  code: number;
  text: string;
}

/** What gathering with one server brought. */
export interface Gathered {
  /** The address as the server sees it, or where it relays; null if there was none. */
  address: string | null;
  failures: IceFailure[];
  /** Whether the browser had tried everything when it was stopped. */
  complete: boolean;
}

const WORD = "self-test";

/** Asks one server for an address: where it relays if it is a TURN server, else the one that it sees. */
export async function gather(
  server: IceServer,
  { relays, patience }: { relays: boolean; patience: number },
): Promise<Gathered> {
  const policy = relays ? "relay" : "all";
  const pc = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: policy });
  const wanted = relays ? "relay" : "srflx";
  const failures: IceFailure[] = [];
  try {
    return await new Promise<Gathered>((resolve, reject) => {
      const end = (address: string | null, complete: boolean) =>
        resolve({ address, failures, complete });
      setTimeout(() => end(null, false), patience);
      pc.onicecandidateerror = ({ errorCode, errorText }) =>
        failures.push({ code: errorCode, text: errorText });
      pc.onicecandidate = ({ candidate }) => {
        if (candidate?.type === wanted) end(candidate.address, false);
      };
      pc.onicegatheringstatechange = () => {
        if (pc.iceGatheringState === "complete") end(null, true);
      };
      pc.createDataChannel("");
      pc.setLocalDescription().catch(reject);
    });
  } finally {
    pc.close();
  }
}

/** Lets a word go through relays only and back, both ends being here; its time in milliseconds, or null. */
export async function roundTrip(iceServers: IceServer[], patience: number): Promise<number | null> {
  const configuration: RTCConfiguration = { iceServers, iceTransportPolicy: "relay" };
  const [here, there] = [
    new RTCPeerConnection(configuration),
    new RTCPeerConnection(configuration),
  ];
  try {
    const channel = here.createDataChannel("");
    const answered = echo(channel, there);
    await introduce(here, there);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    return await Promise.race([answered, late]);
  } finally {
    here.close();
    there.close();
  }
}

function echo(channel: RTCDataChannel, there: RTCPeerConnection): Promise<number> {
  there.ondatachannel = ({ channel: other }) => {
    other.onmessage = ({ data }) => other.send(data as string);
  };
  return new Promise((resolve) => {
    let sentAt = 0;
    channel.onopen = () => {
      sentAt = performance.now();
      channel.send(WORD);
    };
    channel.onmessage = () => resolve(performance.now() - sentAt);
  });
}

async function introduce(here: RTCPeerConnection, there: RTCPeerConnection): Promise<void> {
  pass(here, there);
  pass(there, here);
  await here.setLocalDescription();
  await there.setRemoteDescription(described(here));
  await there.setLocalDescription();
  await here.setRemoteDescription(described(there));
}

/** Hands candidates on, those that come before the description included. */
function pass(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.onicecandidate = ({ candidate }) => {
    if (candidate === null) return;
    const hand = () => void to.addIceCandidate(candidate).catch(() => undefined);
    if (to.remoteDescription !== null) hand();
    else to.addEventListener("signalingstatechange", hand, { once: true });
  };
}

function described({ localDescription }: RTCPeerConnection): RTCSessionDescription {
  if (localDescription === null) throw new Error("The browser described nothing.");
  return localDescription;
}
