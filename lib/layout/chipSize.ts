import type { Size } from '../geometry/rect'
import { measureText } from '../geometry/textMetrics'
import type { Stakeholder } from '../model/element'

/** How a chip is drawn: as large as is comfortable, or small where the field is narrow. */
export interface ChipLook {
  readonly height: number
  readonly widestName: number
  /** Of what stands beside the name: padding, border, the tag and the space after it. */
  readonly besideName: number
  readonly text: { readonly size: number; readonly weight: 500 }
}

const usual: ChipLook = { height: 36, widestName: 180, besideName: 60, text: { size: 14, weight: 500 } }
const small: ChipLook = { height: 26, widestName: 84, besideName: 44, text: { size: 12, weight: 500 } }

/** The look that suits a field of this width, in pixels. */
export function chipLookFor(fieldWidth: number): ChipLook {
  return fieldWidth < 600 ? small : usual
}

/** How large a stakeholder's chip is, in pixels. */
export function sizeOfChip({ label }: Pick<Stakeholder, 'label'>, look: ChipLook): Size {
  const name = Math.min(look.widestName, Math.max(20, measureText(label, look.text) + 2))
  return { width: Math.ceil(name + look.besideName), height: look.height }
}
