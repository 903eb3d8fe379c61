import type { LinkTone } from '../geometry/linkShape'
import type { KnownSector } from '../model/sector'

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
  tieAuthority: '#1C2330',
  tieMoney: '#1A7F4B',
  tieInformation: '#1B5FB4',
  tieCollaboration: '#7A4BB0',
  tieConflict: '#B42318',
  tieInfluence: '#8A5A00',
  sectorGovernmentFill: '#DCE8FA',
  sectorGovernmentBorder: '#2F6BC0',
  sectorHealthFill: '#DDF1E4',
  sectorHealthBorder: '#2C7A4B',
  sectorCommunityFill: '#FBE6D3',
  sectorCommunityBorder: '#B25A12',
  sectorBusinessFill: '#EADFF5',
  sectorBusinessBorder: '#7A4BB0',
  sectorResearchFill: '#D7EFF1',
  sectorResearchBorder: '#1B7480',
  sectorFunderFill: '#FBF0C9',
  sectorFunderBorder: '#8A6A00',
  sectorMediaFill: '#FBDDE6',
  sectorMediaBorder: '#B03A66',
  sectorOtherFill: '#E7E9ED',
  sectorOtherBorder: '#5B6472',
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
  tieAuthority: '#E8EBF0',
  tieMoney: '#5FD39A',
  tieInformation: '#6FB1FF',
  tieCollaboration: '#BE9BEA',
  tieConflict: '#FF8A80',
  tieInfluence: '#F0C05A',
  sectorGovernmentFill: '#1D3050',
  sectorGovernmentBorder: '#7FB0FF',
  sectorHealthFill: '#1B3A2A',
  sectorHealthBorder: '#6FCB97',
  sectorCommunityFill: '#44301C',
  sectorCommunityBorder: '#F0A868',
  sectorBusinessFill: '#342748',
  sectorBusinessBorder: '#BE9BEA',
  sectorResearchFill: '#173A3F',
  sectorResearchBorder: '#6CC8D3',
  sectorFunderFill: '#3B3318',
  sectorFunderBorder: '#E5C257',
  sectorMediaFill: '#452533',
  sectorMediaBorder: '#F08FB2',
  sectorOtherFill: '#2C313B',
  sectorOtherBorder: '#A3ACBA',
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

const sectorKeys = {
  government: ['sectorGovernmentFill', 'sectorGovernmentBorder'],
  health: ['sectorHealthFill', 'sectorHealthBorder'],
  community: ['sectorCommunityFill', 'sectorCommunityBorder'],
  business: ['sectorBusinessFill', 'sectorBusinessBorder'],
  research: ['sectorResearchFill', 'sectorResearchBorder'],
  funder: ['sectorFunderFill', 'sectorFunderBorder'],
  media: ['sectorMediaFill', 'sectorMediaBorder'],
  other: ['sectorOtherFill', 'sectorOtherBorder'],
} as const satisfies Readonly<Record<KnownSector, readonly [PaletteKey, PaletteKey]>>

/** Palette keys of a sector's fill and border. */
export function sectorKey(sector: KnownSector): { readonly fill: PaletteKey; readonly border: PaletteKey } {
  const [fill, border] = sectorKeys[sector]
  return { fill, border }
}

const toneKeys = {
  positive: 'linkPositive',
  negative: 'linkNegative',
  unknown: 'linkNeutral',
  neutral: 'linkNeutral',
  'tie-authority': 'tieAuthority',
  'tie-money': 'tieMoney',
  'tie-information': 'tieInformation',
  'tie-collaboration': 'tieCollaboration',
  'tie-conflict': 'tieConflict',
  'tie-influence': 'tieInfluence',
} as const satisfies Readonly<Record<LinkTone, PaletteKey>>

/** Palette key of a link's colour. */
export function toneKey(tone: LinkTone): PaletteKey {
  return toneKeys[tone]
}

/** `quietBorder` → `--color-quiet-border`. */
export function cssName(key: PaletteKey): string {
  return `--color-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
