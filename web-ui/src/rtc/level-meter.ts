const EVERY_MS = 100;
/** Smaller changes are not worth telling. */
const STEP = 0.02;
/** Speech at a usual distance has an amplitude of about a quarter of full scale. */
const GAIN = 4;

/**
 * Tells how loud a microphone is, 0 to 1, ten times a second at most; until the function that is returned is called.
 * It keeps a thread of the browser busy. Without Web Audio, or a gesture of the user, nothing is told.
 */
export function measureLevel(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  if (!("AudioContext" in globalThis)) return () => undefined;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let told = 0;
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const level = levelOf(samples);
    if (Math.abs(level - told) < STEP) return;
    told = level;
    tell(level);
  }, EVERY_MS);
  if (context.state === "suspended") context.resume().catch(() => undefined);
  return () => {
    clearInterval(timer);
    context.close().catch(() => undefined);
  };
}

function levelOf(samples: Float32Array): number {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0);
  return Math.min(1, GAIN * Math.sqrt(energy / samples.length));
}
