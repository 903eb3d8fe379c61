'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import type { CoalitionMember } from '../../../lib/analysis/coalition'
import type { ElementId } from '../../../lib/base/ids'
import type { MemberState } from '../../../lib/model/practice/coalition'
import { useWorkspace } from '../../hooks/EditorProvider'
import type { Overlay } from '../../hooks/workspace'
import { stateMarks } from './useCoalitionWords'

/** How full the rim around a member is. */
const shades: Readonly<Record<MemberState, number>> = { in: 0.9, asked: 0.4, 'to-ask': 0.1, 'not-now': 0 }

/**
 * Says on the map, by sign and word, who is in, asked and to be asked, as long as the panel is open.
 * @returns shows the members alone, with the panel out of the way where it covers the map
 */
export function useMembersOnMap(
  name: string,
  members: readonly CoalitionMember[],
  onShow: (() => void) | undefined,
): () => void {
  const t = useTranslations('coalition.states')
  const workspace = useWorkspace()
  const stays = useRef(false)
  const overlay = useMemo(
    (): Overlay | undefined =>
      members.length === 0
        ? undefined
        : {
            name,
            elements: new Map(
              members.map(({ id, state }) => [id, { shade: shades[state], text: `${stateMarks[state]} ${t(state)}` }]),
            ),
          },
    [members, name, t],
  )
  useEffect(() => {
    if (overlay === undefined) return undefined
    workspace.update({ overlay })
    return () => {
      if (!stays.current && workspace.get().overlay === overlay) workspace.update({ overlay: undefined })
    }
  }, [overlay, workspace])
  return () => {
    const ids: readonly ElementId[] = members.map(({ id }) => id)
    const shown = new Set(ids)
    stays.current = onShow !== undefined
    workspace.showView('map')
    workspace.update({
      ...{ overlay, spotlight: { name, about: 'coalition', elements: shown, links: new Set() } },
      // Closed the usual way, the panel would take along what it shows.
      ...(onShow === undefined ? {} : { panel: undefined }),
    })
    workspace.get().camera?.revealWhole?.(ids)
  }
}
