interface LogoProps {
  size?: number;
}

/** A beam on three columns, and somebody in each opening: two people meet under one roof. */
export function Logo({ size = 30 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <g fill="currentColor">
        <rect x="1" y="4" width="30" height="4.5" rx="0.8" />
        <rect x="2.2" y="10" width="3.2" height="18" rx="0.5" />
        <rect x="14.4" y="10" width="3.2" height="18" rx="0.5" />
        <rect x="26.6" y="10" width="3.2" height="18" rx="0.5" />
      </g>
      <g fill="var(--stoa-mark, var(--mantine-color-saffron-5))">
        <circle cx="9.9" cy="16.2" r="2.9" />
        <path d="M6.4 28v-3.8a3.5 3.5 0 0 1 7 0V28Z" />
        <circle cx="22.1" cy="16.2" r="2.9" />
        <path d="M18.6 28v-3.8a3.5 3.5 0 0 1 7 0V28Z" />
      </g>
    </svg>
  );
}
