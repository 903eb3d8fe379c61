import type { LinkTone } from '../geometry/linkShape'
import type { Hue } from '../model/hue'

/**
 * Every colour of Weft, light and dark: the single source. app/globals.css carries the same values
 * as custom properties named `--color-` and the key in kebab case (`nodeBorder` is
 * `--color-node-border`); a test compares them.
 */
export const light = {
  canvas: '#FAFAF7',
  panel: '#FFFFFF',
  ink: '#1C2330',
  muted: '#5B6472',
  nodeBorder: '#6B7484',
  quietBorder: '#AEB5C0',
  hairline: '#E5E7EB',
  accent: '#1F5FD6',
  onAccent: '#FFFFFF',
  accentTint: '#EAF1FD',
  linkPositive: '#1B5FB4',
  linkNegative: '#B8410B',
  linkNeutral: '#56606F',
  danger: '#B42318',
  ok: '#1A7F4B',
  warn: '#8A5A00',
  warnTint: '#FBF3DF',
  hover: '#F1F3F6',
  pressed: '#E5E9EF',
  frameFill: '#F4F4EF',
  frameBorder: '#CDD1D6',
  hueBlueFill: '#DCE8FA',
  hueBlueBorder: '#2F6BC0',
  hueGreenFill: '#DDF1E4',
  hueGreenBorder: '#2C7A4B',
  hueOrangeFill: '#FBE6D3',
  hueOrangeBorder: '#B25A12',
  huePurpleFill: '#EADFF5',
  huePurpleBorder: '#7A4BB0',
  hueTealFill: '#D7EFF1',
  hueTealBorder: '#1B7480',
  hueYellowFill: '#FBF0C9',
  hueYellowBorder: '#6B5800',
  huePinkFill: '#FBDDE6',
  huePinkBorder: '#B03A66',
  hueGreyFill: '#E7E9ED',
  hueGreyBorder: '#5B6472',
  hueRedFill: '#FBDAD6',
  hueRedBorder: '#B42318',
  hueIndigoFill: '#E0E0F8',
  hueIndigoBorder: '#2A2F7F',
  hueBrownFill: '#EFE2D6',
  hueBrownBorder: '#5E3A1F',
  hueBlackFill: '#D5D8DE',
  hueBlackBorder: '#1C2330',
  noteYellow: '#FFF1B8',
  noteBlue: '#D9E8FC',
  noteGreen: '#DCF3DF',
  notePink: '#FCDFE8',
  notePurple: '#EBE0F8',
  noteGrey: '#ECEDEF',
} as const

export type PaletteKey = keyof typeof light
export type Palette = Readonly<Record<PaletteKey, string>>

export const dark: Palette = {
  canvas: '#15181E',
  panel: '#1E222B',
  ink: '#E8EBF0',
  muted: '#A3ACBA',
  nodeBorder: '#7C8698',
  quietBorder: '#4D5565',
  hairline: '#2E3440',
  accent: '#7FB0FF',
  onAccent: '#15181E',
  accentTint: '#24324A',
  linkPositive: '#6FB1FF',
  linkNegative: '#FF9A5C',
  linkNeutral: '#AAB3C0',
  danger: '#FF8A80',
  ok: '#5FD39A',
  warn: '#F0C05A',
  warnTint: '#332B19',
  hover: '#272C37',
  pressed: '#323947',
  frameFill: '#191D24',
  frameBorder: '#363D4A',
  hueBlueFill: '#1D3050',
  hueBlueBorder: '#7FB0FF',
  hueGreenFill: '#1B3A2A',
  hueGreenBorder: '#6FCB97',
  hueOrangeFill: '#44301C',
  hueOrangeBorder: '#F0A868',
  huePurpleFill: '#342748',
  huePurpleBorder: '#BE9BEA',
  hueTealFill: '#173A3F',
  hueTealBorder: '#6CC8D3',
  hueYellowFill: '#3B3318',
  hueYellowBorder: '#E5C257',
  huePinkFill: '#452533',
  huePinkBorder: '#F08FB2',
  hueGreyFill: '#2C313B',
  hueGreyBorder: '#A3ACBA',
  hueRedFill: '#4A2320',
  hueRedBorder: '#FF8A80',
  hueIndigoFill: '#2A2B55',
  hueIndigoBorder: '#7C7CF5',
  hueBrownFill: '#3D2F24',
  hueBrownBorder: '#B5835A',
  hueBlackFill: '#3A404C',
  hueBlackBorder: '#E8EBF0',
  noteYellow: '#4A411C',
  noteBlue: '#20344F',
  noteGreen: '#1F3D2A',
  notePink: '#4A2735',
  notePurple: '#382B4D',
  noteGrey: '#2C313B',
}

export type Theme = 'light' | 'dark'
export const palettes: Readonly<Record<Theme, Palette>> = { light, dark }

/** Cursors and avatars, the same in both themes: white text reads on each (4.8:1 or better). */
export const cursorColours = [
  '#C2255C',
  '#1C6FB8',
  '#2B7A3D',
  '#8A4FBF',
  '#B35A00',
  '#0B7A75',
  '#6B5B00',
  '#9C36B5',
  '#4A5FC1',
  '#A61E4D',
  '#5C6F0A',
  '#3B5B92',
] as const

/** A person's colour by the number kept with them; any whole number is welcome. */
export function cursorColour(index: number): string {
  const count = cursorColours.length
  return cursorColours[((index % count) + count) % count] ?? cursorColours[0]
}

type NoteColour = 'yellow' | 'blue' | 'green' | 'pink' | 'purple' | 'grey'

const noteKeys = {
  yellow: 'noteYellow',
  blue: 'noteBlue',
  green: 'noteGreen',
  pink: 'notePink',
  purple: 'notePurple',
  grey: 'noteGrey',
} as const satisfies Readonly<Record<NoteColour, PaletteKey>>

export function noteKey(colour: NoteColour | undefined): PaletteKey {
  return noteKeys[colour ?? 'yellow']
}

const hueKeys = {
  blue: ['hueBlueFill', 'hueBlueBorder'],
  green: ['hueGreenFill', 'hueGreenBorder'],
  orange: ['hueOrangeFill', 'hueOrangeBorder'],
  purple: ['huePurpleFill', 'huePurpleBorder'],
  teal: ['hueTealFill', 'hueTealBorder'],
  yellow: ['hueYellowFill', 'hueYellowBorder'],
  pink: ['huePinkFill', 'huePinkBorder'],
  red: ['hueRedFill', 'hueRedBorder'],
  indigo: ['hueIndigoFill', 'hueIndigoBorder'],
  brown: ['hueBrownFill', 'hueBrownBorder'],
  grey: ['hueGreyFill', 'hueGreyBorder'],
  black: ['hueBlackFill', 'hueBlackBorder'],
} as const satisfies Readonly<Record<Hue, readonly [PaletteKey, PaletteKey]>>

/** Palette keys of a colour's fill and border. */
export function hueKey(hue: Hue): { readonly fill: PaletteKey; readonly border: PaletteKey } {
  const [fill, border] = hueKeys[hue]
  return { fill, border }
}

const toneKeys = {
  positive: 'linkPositive',
  negative: 'linkNegative',
  unknown: 'linkNeutral',
  neutral: 'linkNeutral',
} as const satisfies Partial<Record<LinkTone, PaletteKey>>

/** Palette key of a link's colour. */
export function toneKey(tone: LinkTone): PaletteKey {
  return tone === 'positive' || tone === 'negative' || tone === 'unknown' || tone === 'neutral'
    ? toneKeys[tone]
    : hueKey(tone).border
}

/** `quietBorder` → `--color-quiet-border`. */
export function cssName(key: PaletteKey): string {
  return `--color-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
