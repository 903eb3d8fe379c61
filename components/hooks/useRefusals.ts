'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ElementId, LinkId } from '../../lib/base/ids'
import { actKinds, findRefusals, type ActKind } from '../../lib/editor/refusals'
import type { MapView } from '../../lib/model/mapView'
import { useEditor } from './EditorProvider'
import { useView } from './useMap'
import { useObservable } from './useObservable'
import { problemValues } from './problemWords'

export type { ActKind } from '../../lib/editor/refusals'

/** In words, why an act on something would come to nothing; left out where something would be done. */
export type RefusalWords = Readonly<Partial<Record<ActKind, string>>>

const whole = (view: MapView): MapView | undefined => view
const nothing = (): MapView | undefined => undefined
const noLinks: readonly LinkId[] = []

/**
 * Why nothing of these elements and links can be changed, moved, locked, doubled, merged or deleted by this person now.
 * @param isAsked false where nobody sees the answer, of a menu that is closed: then it costs nothing
 */
export function useRefusals(
  elements: readonly ElementId[],
  links: readonly LinkId[] = noLinks,
  isAsked = true,
): RefusalWords {
  const t = useTranslations('problems')
  const editor = useEditor()
  const view = useView(isAsked ? whole : nothing)
  const covering = useObservable(editor.covering)
  const ids = [...elements, '', ...links].join(' ')
  return useMemo(() => {
    if (view === undefined) return {}
    const records = {
      elements: elements.flatMap((id) => view.elements.get(id) ?? []),
      links: links.flatMap((id) => view.links.get(id) ?? []),
    }
    const found = findRefusals(view, records, editor.attempt)
    return Object.fromEntries(
      actKinds.flatMap((kind) => {
        const problem = found[kind]
        return problem === undefined ? [] : [[kind, t(problem.code, problemValues(problem))]]
      }),
    )
    // What is covered may change with the map the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- by what the lists hold, which are other lists at every turn
  }, [view, covering, ids, editor, t])
}
