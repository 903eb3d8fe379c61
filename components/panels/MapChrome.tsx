'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode } from 'react'
import type { Insets } from '../../lib/gesture/camera'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useSelection } from '../hooks/useMap'
import { usePhone } from '../hooks/useMedia'
import { findField } from '../hooks/openFind'
import { useHeldKeys } from '../hooks/useHeldKeys'
import { classes } from '../ui/classes'
import { latePart } from '../ui/latePart'
import { widePanels } from './analysis/widePanels'
import { canvasInsets, panelWidths } from './canvasInsets'
import { Dialogs } from './Dialogs'
import { FollowFrame, useFollowEnd } from './Following'
import { LiveRegion } from './LiveRegion'
import { ViewHost } from '../views/ViewHost'
import { SkipLinks } from './SkipLinks'
import { useFileDrop } from './useFileDrop'
import { useGlobalKeys } from './useGlobalKeys'
import { useKeepInView } from './useKeepInView'

// Each screen loads only what surrounds the canvas on it.
const DesktopChrome = latePart(async () => (await import('./DesktopChrome')).DesktopChrome)
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
  useGlobalKeys()
  useFileDrop()
  useFollowEnd()
  useKeepInView()
  useHeldKeys(isFinding ? { into: findField, giveUp: workspace.closePanel, staysOnPress: true } : undefined)
  const [sheet, setSheet] = useState(0)
  const panel = useWorkspaceState(({ panel: open }) =>
    open === undefined || open === 'people' ? 0 : panelWidths[widePanels.has(open) ? 'wide' : 'usual'],
  )
  const selection = useSelection()
  const inspector = selection.elements.length + selection.links.length > 0
  const insets = useMemo(
    () => canvasInsets({ phone, panel, inspector, sheet: phone ? sheet : 0 }),
    [phone, panel, inspector, sheet],
  )
  return (
    <div className="fixed inset-0 overflow-hidden bg-canvas text-ink">
      <SkipLinks />
      {/* One place for the canvas in both layouts: turning a phone must not build it anew. */}
      <main aria-label={t('main')} className={classes('absolute inset-0', phone && '[&_.weft-bar]:hidden!')}>
        <ViewHost insets={insets}>{typeof children === 'function' ? children(insets) : children}</ViewHost>
      </main>
      <FollowFrame />
      {phone ? <PhoneChrome onSheet={setSheet} /> : <DesktopChrome />}
      <Dialogs />
      <LiveRegion />
    </div>
  )
}
