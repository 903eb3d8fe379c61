'use client'
import { useTranslations } from 'next-intl'
import { lenses } from '../../lib/look/lenses'
import { cursorsHidden, hideCursors } from '../hooks/cursorChoice'
import { useWorkspace } from '../hooks/EditorProvider'
import { openFind } from '../hooks/openFind'
import { themes } from '../hooks/theme'
import { useSelection, useView } from '../hooks/useMap'
import { useObservable } from '../hooks/useObservable'
import { useRoundRights } from '../hooks/useRounds'
import { useTheme } from '../hooks/useTheme'
import { analysisPanels, practicePanels, tieSections, type CameraPort } from '../hooks/workspace'
import { useShowLook } from '../looks/useLook'
import { useHold, useHoldActs } from '../meeting/hold/useHold'
import { useGather } from '../meeting/people/useGather'
import { useViewNames } from '../views/useViewNames'
import type { PaletteAction } from './paletteAction'

/** What the palette has to look at the map in other ways, and to open what stands beside it. Changes nothing on it. */
export function useViewActions(): readonly PaletteAction[] {
  const t = useTranslations('panels.actions')
  const tTabs = useTranslations('analysis.tabs')
  const tViews = useTranslations('views')
  const tInventory = useTranslations('inventory')
  const tPractices = useTranslations('practices.panels')
  const tLooks = useTranslations('looks')
  const tNetwork = useTranslations('network')
  const tAgenda = useTranslations('agenda')
  const tRounds = useTranslations('rounds')
  const tPeople = useTranslations('people')
  const tComments = useTranslations('comments')
  const tVersions = useTranslations('versions')
  const tDoor = useTranslations('door')
  const tBreakouts = useTranslations('breakouts')
  const workspace = useWorkspace()
  const { mayRun } = useRoundRights()
  const gather = useGather()
  const { hold } = useHold()
  const holdActs = useHoldActs()
  const { setTheme } = useTheme()
  const areCursorsHidden = useObservable(cursorsHidden)
  const ids = useSelection().elements
  const views = useViewNames()
  const showLook = useShowLook()
  const hasTies = useView(({ links }) => [...links.values()].some(({ kind }) => kind === 'tie'))
  const camera = (): CameraPort | undefined => workspace.get().camera

  const byHand = (move: () => void) => () => {
    workspace.movedByHand()
    move()
  }
  return [
    { id: 'fit', group: 'view', label: t('fit'), shortcut: ['Shift', '1'], act: byHand(() => camera()?.fit()) },
    ...(ids.length > 0
      ? [
          {
            id: 'fit-selection',
            group: 'view' as const,
            label: t('fitSelection'),
            shortcut: ['Shift', '2'],
            act: byHand(() => camera()?.fit(ids)),
          },
        ]
      : []),
    { id: 'zoom-in', group: 'view', label: t('zoomIn'), shortcut: ['Mod', '+'], act: byHand(() => camera()?.zoomIn()) },
    {
      id: 'zoom-out',
      group: 'view',
      label: t('zoomOut'),
      shortcut: ['Mod', '−'],
      act: byHand(() => camera()?.zoomOut()),
    },
    {
      id: 'zoom-actual',
      group: 'view',
      label: t('zoomActual'),
      shortcut: ['Mod', '0'],
      act: byHand(() => camera()?.zoomTo(1)),
    },
    {
      id: 'minimap',
      group: 'view',
      label: t('minimap'),
      act: () => workspace.update({ minimap: !workspace.get().minimap }),
    },
    {
      id: 'find',
      group: 'view',
      label: t('find'),
      shortcut: ['Mod', 'F'],
      act: () => openFind(workspace),
    },
    {
      id: 'inventory',
      group: 'view',
      label: tInventory('open'),
      words: t('inventoryWords'),
      act: () => workspace.update({ panel: 'inventory', view: 'map' }),
    },
    { id: 'question', group: 'view', label: t('question'), act: () => workspace.openDialog('question') },
    ...practicePanels.map((panel) => ({
      id: panel,
      group: 'view' as const,
      label: tPractices(`${panel}.open`),
      act: () => workspace.update({ panel, spotlight: undefined, overlay: undefined }),
    })),
    ...analysisPanels.map((panel) => ({
      id: panel,
      group: 'view' as const,
      label: tTabs(panel),
      act: () => workspace.update({ panel, spotlight: undefined, overlay: undefined }),
    })),
    ...tieSections.map((tieSection) => ({
      id: `ties-${tieSection}`,
      group: 'view' as const,
      label: tNetwork(`actions.${tieSection}.name`),
      words: tNetwork(`actions.${tieSection}.words`),
      act: () => workspace.update({ panel: 'network', tieSection, spotlight: undefined, overlay: undefined }),
    })),
    ...views.map((name) => ({
      id: `view-${name}`,
      group: 'view' as const,
      label: tViews('show', { view: tViews(`names.${name}`) }),
      words: t(`viewWords.${name}`),
      act: () => workspace.showView(name),
    })),
    {
      id: 'looks',
      group: 'view',
      label: tLooks('title'),
      words: t('lookWords'),
      act: () => workspace.update({ panel: 'looks' }),
    },
    ...(hasTies
      ? lenses.map(({ name, look }) => ({
          id: `lens-${name}`,
          group: 'view' as const,
          label: tLooks('lens.action', { lens: tLooks(`lens.${name}.name`) }),
          words: t('lookWords'),
          act: () => {
            showLook(look)
            workspace.update({ panel: 'looks' })
          },
        }))
      : []),
    { id: 'agenda', group: 'view', label: tAgenda('title'), act: () => workspace.update({ panel: 'agenda' }) },
    { id: 'comments', group: 'view', label: tComments('open'), act: () => workspace.openComments() },
    { id: 'versions', group: 'view', label: tVersions('open'), act: () => workspace.update({ panel: 'versions' }) },
    {
      id: 'rounds',
      group: 'view',
      label: tRounds('title'),
      words: tRounds('open'),
      act: () => workspace.update({ panel: 'rounds' }),
    },
    { id: 'outline', group: 'view', label: t('outline'), act: () => workspace.update({ panel: 'outline' }) },
    {
      id: 'people',
      group: 'view',
      label: t('people'),
      words: t('peopleWords'),
      act: () => workspace.update({ people: true }),
    },
    ...(mayRun
      ? [
          { id: 'gather', group: 'view' as const, label: tPeople('gather.act'), act: () => void gather() },
          {
            id: 'hold',
            group: 'view' as const,
            label: hold === undefined ? `${tPeople('hold.act')}: ${tPeople('hold.hint')}` : tPeople('hold.release'),
            words: t('holdWords'),
            act: () => void (hold === undefined ? holdActs.hold() : holdActs.release()),
          },
          {
            id: 'locks',
            group: 'view' as const,
            label: tPeople('protection.title'),
            words: t('lockWords'),
            act: () => workspace.update({ people: true }),
          },
          {
            id: 'door',
            group: 'view' as const,
            label: tDoor('keep'),
            words: t('doorWords'),
            act: () => workspace.openDialog('share'),
          },
          {
            id: 'groups',
            group: 'view' as const,
            label: tBreakouts('send.begin'),
            words: t('groupWords'),
            act: () => workspace.update({ panel: 'agenda' }),
          },
          {
            id: 'laser',
            group: 'view' as const,
            label: tPeople('laser'),
            shortcut: ['K'],
            act: () => workspace.update({ laser: true }),
          },
        ]
      : []),
    {
      id: 'cursors',
      group: 'view',
      label: t(areCursorsHidden ? 'showCursors' : 'hideCursors'),
      act: () => hideCursors(!areCursorsHidden),
    },
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      group: 'view' as const,
      label: t(`theme.${theme}`),
      act: () => setTheme(theme),
    })),
  ]
}
