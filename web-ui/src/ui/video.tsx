import { useLayoutEffect, useRef } from "react";

interface VideoProps {
  stream: MediaStream;
  /** What a screen reader calls it. */
  label: string;
  className?: string | undefined;
  /** Without sound: for one's own picture. */
  muted?: boolean;
  /** The browser wants a click before it plays sound; `play` is to be called in one. Until then it plays without. */
  onBlocked?: (play: () => void) => void;
}

/** A stream, playing. */
export function Video({ stream, label, className, muted = false, onBlocked }: VideoProps) {
  const video = useRef<HTMLVideoElement>(null);

  // Before the page is painted: a first picture is not to wait for that.
  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    element.play().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== "NotAllowedError" || muted) return;
      // The picture at least needs nobody's leave.
      element.muted = true;
      void element.play().catch(() => undefined);
      onBlocked?.(() => {
        element.muted = false;
        void element.play().catch(() => undefined);
      });
    });
    return () => {
      element.srcObject = null;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only another stream is a reason to attach anew
  }, [stream]);

  return (
    <video
      ref={video}
      className={className}
      aria-label={label}
      muted={muted}
      autoPlay
      playsInline
    />
  );
}
