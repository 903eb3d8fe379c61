import type { ElementKind } from '../model/element'

/** Frames lie under everything, pictures and ink under what the map is about. */
export const layerOfKind: Readonly<Record<ElementKind, number>> = {
  frame: 0,
  image: 1,
  ink: 1,
  text: 2,
  note: 2,
  action: 2,
  variable: 2,
  stakeholder: 2,
}

/** True for what lies under the links: frames, pictures and ink. */
export function liesUnderLinks(kind: ElementKind): boolean {
  return layerOfKind[kind] < layerOfKind.variable
}
