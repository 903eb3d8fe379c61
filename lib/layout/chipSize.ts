import type { Size } from '../geometry/rect'
import { measureText } from '../geometry/textMetrics'
import { wrapText, type WrapOptions } from '../geometry/wrapText'
import type { Stakeholder } from '../model/element'

/** How a chip is drawn: as large as is comfortable, or small where the field is narrow. */
export interface ChipLook {
  readonly height: number
  readonly widestName: number
  /** Of what stands beside the name: padding, border, the tag and the space after it. */
  readonly besideName: number
  readonly text: { readonly size: number; readonly weight: 500 }
  /** Names go on in further lines, where nothing can be pointed at to tell them whole. */
  readonly wraps?: true
}

const usual: ChipLook = { height: 36, widestName: 220, besideName: 60, text: { size: 14, weight: 500 } }
const small: ChipLook = { height: 26, widestName: 84, besideName: 44, text: { size: 12, weight: 500 } }

/** The look that suits a field of this width, in pixels. */
export function chipLookFor(fieldWidth: number): ChipLook {
  return fieldWidth < 600 ? small : usual
}

/** The look of chips in pictures: names stand whole. */
export const pictureChipLook: ChipLook = { ...usual, wraps: true }

export const chipLineHeight = 17

/** The lines of a name on a chip whose look wraps names: three, or four wider ones, then it is cut. */
export function linesOnChip(label: string, { text, widestName }: ChipLook): readonly string[] {
  const options: WrapOptions = { ...text, width: widestName, lines: 3, roomier: { width: widestName * 1.4, lines: 4 } }
  return wrapText(label.replaceAll(/\s+/g, ' '), options).lines
}

/** How large a stakeholder's chip is, in pixels. */
export function sizeOfChip({ label }: Pick<Stakeholder, 'label'>, look: ChipLook): Size {
  if (look.wraps === true) {
    const lines = linesOnChip(label, look)
    const longest = Math.max(20, ...lines.map((line) => measureText(line, look.text) + 2))
    return {
      width: Math.ceil(longest + look.besideName),
      height: look.height + Math.max(0, lines.length - 1) * chipLineHeight,
    }
  }
  const name = Math.min(look.widestName, Math.max(20, measureText(label, look.text) + 2))
  return { width: Math.ceil(name + look.besideName), height: look.height }
}

/** How large a chip is that shows initials only: two wide letters and a little around them. */
export function sizeOfShortChip({ height, text }: ChipLook): Size {
  return { width: Math.ceil(text.size * 2.4), height: Math.round(height * 0.85) }
}
