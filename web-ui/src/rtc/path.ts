type Stats = Iterable<unknown>;

/** How the media travels, told from the statistics of a connection; null while there is no pair. */
export function pathOf(stats: Stats): "direct" | "relay" | null {
  const reports = new Map<unknown, Record<string, unknown>>();
  for (const report of stats as Iterable<Record<string, unknown>>) {
    reports.set(report["id"], report);
  }
  const pair = selectedPair([...reports.values()], reports);
  if (pair === undefined) return null;
  const ends = [reports.get(pair["localCandidateId"]), reports.get(pair["remoteCandidateId"])];
  return ends.some((end) => end?.["candidateType"] === "relay") ? "relay" : "direct";
}

function selectedPair(all: Record<string, unknown>[], byId: Map<unknown, Record<string, unknown>>) {
  const transport = all.find((report) => report["type"] === "transport");
  // Firefox marks the pair itself.
  return (
    byId.get(transport?.["selectedCandidatePairId"]) ??
    all.find((report) => report["type"] === "candidate-pair" && report["selected"] === true)
  );
}
