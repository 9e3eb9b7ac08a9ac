import { createTheme, rem, type MantineColorsTuple } from "@mantine/core";

/** Malachite, the green the painters of the first stoa ground: everything one can act on. */
const malachite: MantineColorsTuple = [
  "#e8f5ef",
  "#cfe8dc",
  "#a6d4c0",
  "#7cc0a4",
  "#58b08d",
  "#349a76",
  "#1f8162",
  "#10684e",
  "#0b523e",
  "#073c2d",
];

/** The light that falls in between the columns: what is live, and where you are. */
const saffron: MantineColorsTuple = [
  "#fff6e0",
  "#ffebc2",
  "#fddb93",
  "#fac962",
  "#f5b83d",
  "#e5a31f",
  "#b97f0e",
  "#8d5f06",
  "#6b4703",
  "#4a3102",
];

/** Fired brick: hanging up and what went wrong. */
const brick: MantineColorsTuple = [
  "#fdefec",
  "#f9d9d3",
  "#f2b3a8",
  "#ea8b7b",
  "#e06a58",
  "#d0503f",
  "#b93b2c",
  "#9a2d20",
  "#7a2218",
  "#571710",
];

/** The porch by night. */
const dark: MantineColorsTuple = [
  "#e7eeea",
  "#c3d0ca",
  "#9db0a7",
  "#7b9087",
  "#3d5049",
  "#2c3d37",
  "#1d2b27",
  "#0f1815",
  "#0b1210",
  "#070c0a",
];

const fontFamily = '"Commissioner Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  colors: { malachite, saffron, brick, dark },
  primaryColor: "malachite",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.28,
  black: "#14211d",
  fontFamily,
  headings: {
    fontFamily,
    fontWeight: "640",
    sizes: {
      h1: { fontSize: "clamp(2rem, 1.35rem + 2.6vw, 3.25rem)", lineHeight: "1.08" },
      h2: { fontSize: "clamp(1.4rem, 1.2rem + 0.8vw, 1.8rem)", lineHeight: "1.2" },
      h3: { fontSize: rem(19), lineHeight: "1.3" },
    },
  },
  fontSizes: { xs: rem(13), sm: rem(15), md: rem(17), lg: rem(19), xl: rem(22) },
  lineHeights: { md: "1.55" },
  defaultRadius: "md",
  radius: { sm: rem(6), md: rem(10), lg: rem(16), xl: rem(24) },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    MultiSelect: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
  },
});
