'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode, type CSSProperties } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { useSelection } from '../hooks/useMap'
import { isMakingRoom } from '../hooks/workspace'
import { usePhone } from '../hooks/useMedia'
import { findField } from '../hooks/openFind'
import { useHeldKeys } from '../hooks/useHeldKeys'
import { useIsDrawn } from '../hooks/usePreload'
import { classes } from '../ui/classes'
import { latePart } from '../ui/latePart'
import { widePanels } from './analysis/widePanels'
import { canvasInsets, panelWidths } from './canvasInsets'
import { Dialogs } from './Dialogs'
import { LiveRegion } from './LiveRegion'
import { ViewHost } from '../views/ViewHost'
import { SkipLinks } from './SkipLinks'
import { useFileDrop } from './useFileDrop'
import { useGlobalKeys } from './useGlobalKeys'

// Each screen loads only what surrounds the canvas on it.
const DesktopChrome = latePart(async () => (await import('./DesktopChrome')).DesktopChrome)
const BroughtKeeper = latePart(async () => (await import('../looks/BroughtKeeper')).BroughtKeeper)
const FollowKeeper = latePart(async () => (await import('./Following')).FollowKeeper)
const LookKeeper = latePart(async () => (await import('../looks/LookKeeper')).LookKeeper)
const MeetingKeeper = latePart(async () => (await import('../meeting/MeetingKeeper')).MeetingKeeper)
const MapKeepers = latePart(async () => (await import('./MapKeepers')).MapKeepers)
const PhoneChrome = latePart(async () => (await import('./phone/PhoneChrome')).PhoneChrome)

/**
 * Everything around the canvas of a map, on a wide screen or on a phone. Give it the canvas; as a
 * function it is told how much of it the panels cover.
 */
export function MapChrome({ children }: { readonly children: ReactNode | ((insets: Insets) => ReactNode) }) {
  const t = useTranslations('panels.skip')
  const phone = usePhone()
  const workspace = useWorkspace()
  const isFinding = useWorkspaceState(({ panel: open }) => open === 'find')
  const isWriting = useWorkspaceState(({ panel: open, comment }) => open === 'comments' && comment?.kind === 'about')
  useGlobalKeys()
  useFileDrop()
  const awaited = isFinding ? findField : isWriting ? '[data-comment-field]' : undefined
  useHeldKeys(awaited && { into: awaited, giveUp: workspace.closePanel, staysOnPress: true })
  const [sheet, setSheet] = useState(0)
  const [strips, setStrips] = useState(0)
  const panel = useWorkspaceState(({ panel: open, broad }) =>
    open === undefined ? 0 : panelWidths[broad ? 'broad' : widePanels.has(open) ? 'wide' : 'usual'],
  )
  const selection = useSelection()
  const isQuiet = useWorkspaceState((state) => isMakingRoom(state, selection))
  const inspector = !isQuiet && selection.elements.length + selection.links.length > 0
  const insets = useMemo(
    () => canvasInsets({ phone, panel, inspector, sheet: phone ? sheet : 0, strips }),
    [phone, panel, inspector, sheet, strips],
  )
  return (
    <div className="fixed inset-0 overflow-hidden bg-canvas text-ink">
      <SkipLinks />
      {/* One place for the canvas in both layouts: turning a phone must not build it anew. */}
      <main
        aria-label={t('main')}
        className={classes('absolute inset-0', phone && '[&_.weft-bar]:hidden!')}
        style={{ '--strips': `${strips}px` } as CSSProperties}
      >
        <ViewHost insets={insets}>{typeof children === 'function' ? children(insets) : children}</ViewHost>
      </main>
      {phone ? <PhoneChrome onSheet={setSheet} onStrips={setStrips} /> : <DesktopChrome onStrips={setStrips} />}
      <LateKeepers />
      <Dialogs />
      <LiveRegion />
    </div>
  )
}

/** What comes late. What looks need comes with the first one, or with an address that names one. */
function LateKeepers() {
  const isDrawn = useIsDrawn()
  const hasLook = useWorkspaceState((state) => state.look !== undefined)
  const isShown = useObservable(useEditor().shown, (shown) => shown !== undefined)
  const isBrought = useWorkspaceState((state) => state.brought !== undefined)
  return (
    <>
      {hasLook || (isDrawn && new URLSearchParams(location.search).has('look')) ? <LookKeeper /> : null}
      {isShown || isBrought ? <BroughtKeeper /> : null}
      {isDrawn ? <MapKeepers /> : null}
      {isDrawn ? <FollowKeeper /> : null}
      {isDrawn ? <MeetingKeeper /> : null}
    </>
  )
}
