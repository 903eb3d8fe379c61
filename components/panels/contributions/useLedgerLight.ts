'use client'
import { useEffect, useMemo } from 'react'
import type { Contribution } from '../../../lib/analysis/contributions'
import type { ElementId } from '../../../lib/base/ids'
import type { MapView } from '../../../lib/model/mapView'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'

/** Names what the ledger lights, so that it takes away nobody else's light. */
const about = 'contributions'

/**
 * Shows what the ledger lists alone on the map, and the whole map again; what comes to the list meanwhile comes into the
 * light. Where nothing is listed any more, the whole map is shown.
 * @param onShow called where the panel covers the map, which then stays as it was shown
 */
export function useLedgerLight(
  rows: readonly Contribution[],
  links: MapView['links'],
  name: string,
  onShow: (() => void) | undefined,
): { readonly isAlone: boolean; readonly toggle: () => void } {
  const workspace = useWorkspace()
  const isAlone = useWorkspaceState(({ spotlight }) => spotlight?.about === about)
  // Listed anew at every drawing: by what they are, so that nothing is lit twice.
  const listed = rows.map(({ action }) => action.id).join(' ')
  const light = useMemo(() => {
    const actions = new Set(listed.split(' ') as ElementId[])
    const own = [...links.values()].filter(
      ({ kind, from, to }) => kind === 'contribution' && (actions.has(from) || actions.has(to)),
    )
    return {
      ...{ name, about, links: new Set(own.map(({ id }) => id)) },
      elements: new Set([...actions, ...own.flatMap(({ from, to }) => [from, to])]),
    }
  }, [listed, links, name])
  const isEmpty = rows.length === 0
  useEffect(() => {
    if (isAlone) workspace.update({ spotlight: isEmpty ? undefined : light })
  }, [isAlone, isEmpty, light, workspace])
  return {
    isAlone,
    toggle: () => {
      if (isAlone) {
        workspace.update({ spotlight: undefined })
        return
      }
      workspace.showView('map')
      // Closed the usual way, the panel would take along what it shows.
      workspace.update({ spotlight: light, ...(onShow === undefined ? {} : { panel: undefined }) })
      workspace.get().camera?.revealWhole?.([...light.elements])
    },
  }
}
