type Report = Record<string, unknown>;
/** What RTCPeerConnection.getStats tells, by id. */
type Stats = ReadonlyMap<string, unknown>;

export type Path = "direct" | "relay" | null;

/** How the media travels; null while there is no pair. */
export function pathOf(stats: Stats): Path {
  const reports = stats as ReadonlyMap<unknown, Report>;
  const pair = selectedPair(reports);
  if (pair === undefined) return null;
  const ends = [reports.get(pair["localCandidateId"]), reports.get(pair["remoteCandidateId"])];
  return ends.some((end) => end?.["candidateType"] === "relay") ? "relay" : "direct";
}

/** A figure that grows as long as anything at all arrives: media, data or checks. */
export function signsOfLife(stats: Stats): number {
  const pair = selectedPair(stats as ReadonlyMap<unknown, Report>);
  const counters = ["bytesReceived", "requestsReceived", "responsesReceived"];
  return counters.reduce((sum, counter) => sum + Number(pair?.[counter] ?? 0), 0);
}

function selectedPair(reports: ReadonlyMap<unknown, Report>): Report | undefined {
  const all = [...reports.values()];
  const transport = all.find(({ type }) => type === "transport");
  // Firefox marks the pair itself.
  return (
    reports.get(transport?.["selectedCandidatePairId"]) ??
    all.find(({ type, selected }) => type === "candidate-pair" && selected === true)
  );
}
