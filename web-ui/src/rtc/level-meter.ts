const EVERY_MS = 100;
/** Smaller changes are not worth telling. */
const STEP = 0.02;
/** Speech at a usual distance has an amplitude of about a quarter of full scale. */
const GAIN = 4;

/** Measures how loud a microphone is: 0 to 1, ten times a second at most. */
export class LevelMeter {
  readonly #context: AudioContext;
  readonly #timer: ReturnType<typeof setInterval>;
  #level = 0;

  constructor(context: AudioContext, track: MediaStreamTrack, changed: (level: number) => void) {
    this.#context = context;
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const level = levelOf(samples);
      if (Math.abs(level - this.#level) < STEP) return;
      this.#level = level;
      changed(level);
    }, EVERY_MS);
    // Without a gesture of the user it starts suspended; the meter then stays at zero.
    if (context.state === "suspended") context.resume().catch(() => undefined);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#context.close().catch(() => undefined);
  }
}

function levelOf(samples: Float32Array): number {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0);
  return Math.min(1, GAIN * Math.sqrt(energy / samples.length));
}
