'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import type { CoalitionMember } from '../../../lib/analysis/coalition'
import type { ElementId } from '../../../lib/base/ids'
import type { MemberState } from '../../../lib/model/practice/coalition'
import { useWorkspace, useWorkspaceState } from '../../hooks/EditorProvider'
import type { ElementOverlay, Overlay, Spotlight } from '../../hooks/workspace'
import type { CoalitionGround } from './useCoalitions'
import { stateMarks } from './useCoalitionWords'

/** Rims around those who are in or may be: the fuller, the further they are in. */
const rims: Readonly<Record<MemberState, ElementOverlay>> = {
  in: { shade: 0.9 },
  asked: { shade: 0.4 },
  'to-ask': { shade: 0.1 },
  'not-now': {},
}

/** Names what this panel lights, so that it takes away nobody else's light. */
const about = 'coalition'

/**
 * Says on the map, by sign and word, who is in, asked and to be asked, as long as the panel is open; shows the members
 * alone, with the ties among them, where that is asked for.
 * @param onShow called where the panel covers the map, which then stays as it was shown
 */
export function useMembersOnMap(
  name: string,
  members: readonly CoalitionMember[],
  { links }: Pick<CoalitionGround, 'links'>,
  onShow: (() => void) | undefined,
): { readonly isAlone: boolean; readonly toggle: () => void } {
  const t = useTranslations('coalition.states')
  const workspace = useWorkspace()
  const stays = useRef(false)
  const isAlone = useWorkspaceState(({ spotlight }) => spotlight?.about === about)
  const { overlay, spotlight } = useMemo(() => {
    const ids: ReadonlySet<ElementId> = new Set(members.map(({ id }) => id))
    const among = [...links.values()].filter(({ kind, from, to }) => kind === 'tie' && ids.has(from) && ids.has(to))
    const light: Spotlight = { name, about, elements: ids, links: new Set(among.map(({ id }) => id)) }
    const chips: Overlay = {
      name,
      elements: new Map(
        members.map(({ id, state }) => [id, { ...rims[state], text: `${stateMarks[state]} ${t(state)}` }]),
      ),
    }
    return { overlay: members.length === 0 ? undefined : chips, spotlight: light }
  }, [links, members, name, t])
  useEffect(() => {
    if (overlay === undefined) return undefined
    workspace.update({ overlay })
    return () => {
      if (!stays.current && workspace.get().overlay === overlay) workspace.update({ overlay: undefined })
    }
  }, [overlay, workspace])
  // Who comes to it while they stand alone stands with them.
  useEffect(() => {
    if (isAlone) workspace.update({ spotlight: overlay === undefined ? undefined : spotlight })
  }, [isAlone, overlay, spotlight, workspace])
  return {
    isAlone,
    toggle: () => {
      if (isAlone) return workspace.update({ spotlight: undefined })
      stays.current = onShow !== undefined
      workspace.showView('map')
      // Closed the usual way, the panel would take along what it shows.
      workspace.update({ overlay, spotlight, ...(onShow === undefined ? {} : { panel: undefined }) })
      workspace.get().camera?.revealWhole?.([...spotlight.elements])
    },
  }
}
