/**
 * Lets the browser do now what the first connection of a page would have to wait for: threads, codecs, code.
 * Two connections of this page describe themselves to each other and are closed; nothing leaves the machine.
 */
export async function warmUp(): Promise<void> {
  const pair = [open(), open()] as const;
  const [offerer, answerer] = pair;
  try {
    offerer.createDataChannel("state", { negotiated: true, id: 0 });
    for (const kind of ["audio", "video"]) offerer.addTransceiver(kind);
    const offer = await offerer.createOffer();
    await answerer.setRemoteDescription(offer);
    for (const transceiver of answerer.getTransceivers()) transceiver.direction = "sendrecv";
    await answerer.createAnswer();
  } finally {
    for (const connection of pair) connection.close();
  }
}

function open(): RTCPeerConnection {
  return new RTCPeerConnection({ bundlePolicy: "max-bundle" });
}
