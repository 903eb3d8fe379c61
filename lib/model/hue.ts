/**
 * Colours that people can give a sector or a kind of tie, by name. Each has a fill and a border in light and in
 * dark (lib/render/palette), on which ink can be read and which stand out from the canvas.
 */
export const hues = [
  'blue',
  'green',
  'orange',
  'purple',
  'teal',
  'yellow',
  'pink',
  'red',
  'indigo',
  'brown',
  'grey',
  'black',
] as const
export type Hue = (typeof hues)[number]
