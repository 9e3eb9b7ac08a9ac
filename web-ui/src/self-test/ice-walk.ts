import { gather, roundTrip } from "../rtc/ice-probe";
import type { IceServer } from "../signaling/protocol";
import type { Course } from "./course";
import { broken, type Found } from "./finding";
import {
  type IceUrl,
  judgeNone,
  judgeRoundTrip,
  judgeServer,
  judgeWays,
  readIceUrl,
} from "./ice-rules";

/** Browsers give a server up after less than ten seconds. */
const PATIENCE_MS = 12_000;

/** Tries each address of the ICE servers alone, and then a connection through the relay. */
export async function examineIce(
  course: Course,
  iceServers: IceServer[],
  local: boolean,
): Promise<void> {
  const alone = iceServers.flatMap((server) =>
    server.urls.map((url) => ({ ...server, urls: [url] })),
  );
  if (alone.length === 0) {
    await course.take("ice", () => Promise.resolve({ finding: judgeNone(local), value: null }));
    return;
  }
  course.replace("ice", [
    ...alone.map(({ urls }, i) => ({ id: `ice-${i}`, title: urls[0] ?? "" })),
    { id: "ways", title: "Ways to a relay" },
    { id: "relay", title: "A connection through the relay" },
  ]);
  const working: { url: IceUrl; server: IceServer }[] = [];
  for (const [i, server] of alone.entries()) {
    const url = await course.take(`ice-${i}`, () => tryServer(server));
    if (url !== null) working.push({ url, server });
  }
  const relays = working.filter(({ url }) => url.relays);
  const tried = alone.flatMap(({ urls }) => urls.map(readIceUrl)).filter((url) => url !== null);
  await course.take("ways", () => {
    const set = tried.filter((url) => url.relays);
    const finding = judgeWays(
      set,
      relays.map(({ url }) => url),
    );
    return Promise.resolve({ finding, value: null });
  });
  if (relays.length === 0) return;
  await course.take("relay", async () => {
    const took = await roundTrip(
      relays.map(({ server }) => server),
      PATIENCE_MS,
    );
    return { finding: judgeRoundTrip(took), value: null };
  });
}

async function tryServer(server: IceServer): Promise<Found<IceUrl>> {
  const [text = ""] = server.urls;
  const url = readIceUrl(text);
  if (url === null) {
    return { finding: broken("This is no address of an ICE server."), value: null };
  }
  const finding = judgeServer(
    url,
    await gather(server, { relays: url.relays, patience: PATIENCE_MS }),
  );
  return { finding, value: finding.mark === "broken" ? null : url };
}
