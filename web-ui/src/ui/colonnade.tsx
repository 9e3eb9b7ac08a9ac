import classes from "./colonnade.module.css";

const COLUMNS = [60, 340, 620, 900];

/** The porch from inside: shade, columns, and two people in the light between them. A decoration. */
export function Colonnade() {
  return (
    <svg
      className={classes.picture}
      viewBox="0 0 960 640"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden
      focusable="false"
    >
      <defs>
        <linearGradient id="stoa-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={classes.far} />
          <stop offset="1" className={classes.near} />
        </linearGradient>
        <linearGradient id="stoa-shaft" x1="0" y1="0" x2="1" y2="0">
          <stop offset="0" className={classes.lit} />
          <stop offset="0.5" className={classes.stone} />
          <stop offset="1" className={classes.shaded} />
        </linearGradient>
      </defs>

      <rect x="60" y="96" width="840" height="500" fill="url(#stoa-sky)" />
      <circle cx="480" cy="400" r="78" className={classes.sun} />
      <path
        d="M60 470 210 408l120 50 110-34 150 44 130-66 180 62v140H60Z"
        className={classes.hills}
      />
      <path d="M60 486h840v110H60Z" className={classes.sea} />

      <Learner />
      <Expert />

      <rect x="60" y="96" width="840" height="18" className={classes.lintelShade} />
      {COLUMNS.map((x) => (
        <Column key={x} x={x} />
      ))}
      <g className={classes.roof}>
        <rect x="0" y="0" width="960" height="22" />
        <rect x="12" y="22" width="936" height="48" />
        <rect x="0" y="70" width="960" height="10" />
        <rect x="0" y="596" width="960" height="20" />
        <rect x="0" y="616" width="960" height="24" />
      </g>
      <g className={classes.triglyphs}>
        {Array.from({ length: 15 }, (_, i) => (
          <rect key={i} x={28 + i * 64} y="30" width="10" height="32" rx="2" />
        ))}
      </g>
    </svg>
  );
}

function Column({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path d="M-29 132h58l7 464h-72Z" fill="url(#stoa-shaft)" />
      {[-17, -6, 6, 17].map((dx) => (
        <path key={dx} d={`M${dx} 146 ${dx * 1.2} 584`} className={classes.flute} />
      ))}
      <path d="M-44 96h88l-13 36h-62Z" className={classes.capital} />
      <rect x="-50" y="80" width="100" height="18" rx="2" className={classes.capital} />
    </g>
  );
}

function Learner() {
  return (
    <g transform="translate(200 0)">
      <path d="M-92 596c0-92 34-128 92-128s92 36 92 128Z" className={classes.plum} />
      <path d="M-16 440h32v36c0 12-32 12-32 0Z" className={classes.skinWarm} />
      <circle cy="402" r="52" className={classes.skinWarm} />
      <path
        d="M-54 416c-10-52 14-76 54-76s60 22 54 62c-26-4-42-14-54-32-12 26-34 38-54 46Z"
        className={classes.hairDark}
      />
      <circle cx="-38" cy="346" r="26" className={classes.hairDark} />
    </g>
  );
}

function Expert() {
  return (
    <g transform="translate(760 0)">
      <path d="M-98 596c0-96 36-130 98-130s98 34 98 130Z" className={classes.green} />
      <path d="M-30 468 0 502l30-34 12 6-42 58-42-58Z" className={classes.collar} />
      <path d="M-16 438h32v36c0 12-32 12-32 0Z" className={classes.skinDeep} />
      <circle cy="400" r="52" className={classes.skinDeep} />
      <path
        d="M-54 398c-4-40 18-62 56-62 36 0 58 24 52 62-8-18-20-28-36-32-26 8-54 2-72 32Z"
        className={classes.hairGrey}
      />
      <path
        d="M-40 424c6 36 22 44 40 44s34-8 40-44c-12 14-24 18-40 18s-28-4-40-18Z"
        className={classes.hairGrey}
      />
    </g>
  );
}
