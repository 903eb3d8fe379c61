'use client'
import {
  ClipboardList,
  Columns2,
  Command,
  Diff,
  Download,
  Eye,
  FileText,
  HandHeart,
  History,
  House,
  Info,
  Keyboard,
  ListChecks,
  MessageCircleQuestion,
  MessageSquare,
  Pencil,
  Tags,
  Timer,
  Trash2,
  TriangleAlert,
  Upload,
  Vote,
  Waypoints,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { arrangeStyles } from '../../lib/layout/arrangeStyle'
import { setMapFields } from '../../lib/commands/setMapFields'
import { signStyles } from '../../lib/model/meta'
import { useEditor, useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { isTheme, themes } from '../hooks/theme'
import { useSelection, useSelf, useView } from '../hooks/useMap'
import { useArrange } from '../hooks/useArrange'
import { useArrangeRefusal } from '../hooks/useArrangeRefusal'
import { useMayEdit } from '../hooks/useMayEdit'
import { useRoundRights } from '../hooks/useRounds'
import { useRun } from '../hooks/useRun'
import { useTheme } from '../hooks/useTheme'
import type { MenuEntry } from '../ui/menuEntry'
import { usePracticeEntries } from './practices/usePracticeEntries'
import { MenuPopup, type MenuPlace } from '../ui/MenuPopup'

const size = 16

/** Everything about the map as a whole, as menu rows: the same on a phone. */
export function useMapMenu(onRename: () => void): readonly MenuEntry[] {
  const t = useTranslations('panels.menu')
  const tArrange = useTranslations('arrange')
  const tPractices = useTranslations('practices')
  const tLooks = useTranslations('looks')
  const tAgenda = useTranslations('agenda')
  const tRounds = useTranslations('rounds')
  const { mayRun } = useRoundRights()
  const practices = usePracticeEntries()
  const tReport = useTranslations('report')
  const tComments = useTranslations('comments')
  const tVersions = useTranslations('versions')
  const tCompare = useTranslations('compare')
  const unread = useWorkspaceState((state) => state.unread)
  const tClaims = useTranslations('claims.signs')
  const run = useRun()
  const signStyle = useView((view) => view.meta.signStyle ?? 'plus-minus')
  const arrange = useArrange()
  const refused = useArrangeRefusal()
  const editor = useEditor()
  const isPart = useSelection().elements.length > 1
  const router = useRouter()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const { theme, setTheme } = useTheme()
  const { role } = useSelf()
  const issues = useView((view) => view.issues.length)
  const tOwn = useTranslations('sectors')
  const tInventory = useTranslations('inventory')
  const hasStakeholders = useView(({ elements }) => [...elements.values()].some(({ kind }) => kind === 'stakeholder'))

  const edit: readonly MenuEntry[] = [
    // Later, so that the menu has given the focus back before the field takes it.
    {
      kind: 'action',
      id: 'rename',
      label: t('rename'),
      icon: <Pencil size={size} aria-hidden />,
      onSelect: () => setTimeout(onRename, 50),
    },
    {
      kind: 'submenu',
      id: 'arrange',
      label: tArrange('title'),
      icon: <Waypoints size={size} aria-hidden />,
      // With several selected it is said which are meant.
      entries: isPart
        ? [
            ...arrangeStyles.map((style) => ({
              kind: 'action' as const,
              id: `part-${style}`,
              label: tArrange('selected', { style: tArrange(`styles.${style}`) }),
              onSelect: () => arrange(style, editor.selection.get().elements),
            })),
            { kind: 'separator', id: 'all' },
            ...arrangeStyles.map((style) => ({
              kind: 'action' as const,
              id: style,
              label: tArrange('all', { style: tArrange(`styles.${style}`) }),
              refused,
              onSelect: () => arrange(style),
            })),
          ]
        : arrangeStyles.map((style) => ({
            kind: 'action',
            id: style,
            label: tArrange(`styles.${style}`),
            refused,
            onSelect: () => arrange(style),
          })),
    },
    {
      kind: 'action',
      id: 'paste-list',
      label: t('pasteList'),
      icon: <ClipboardList size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('paste-list'),
    },
    {
      kind: 'action',
      id: 'import',
      label: t('import'),
      icon: <Upload size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('import'),
    },
  ]
  const faults: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'issues',
      label: t('issues', { count: issues }),
      icon: <TriangleAlert size={size} aria-hidden />,
      onSelect: () => workspace.update({ panel: 'issues' }),
    },
  ]
  const own: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'delete-map',
      label: t('delete'),
      icon: <Trash2 size={size} aria-hidden />,
      danger: true,
      onSelect: () => workspace.openDialog('delete-map'),
    },
  ]
  const actors: readonly MenuEntry[] = [
    {
      kind: 'action',
      id: 'sectors',
      label: tOwn('title'),
      icon: <Tags size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('sectors'),
    },
    {
      kind: 'action',
      id: 'inventory',
      label: tInventory('open'),
      icon: <ListChecks size={size} aria-hidden />,
      // Later, so that the menu has given the focus back before the panel takes it.
      onSelect: () => setTimeout(() => workspace.update({ panel: 'inventory', view: 'map' }), 50),
    },
  ]
  const signs: readonly MenuEntry[] = [
    {
      kind: 'submenu',
      id: 'signs',
      label: tClaims('title'),
      icon: <Diff size={size} aria-hidden />,
      entries: [
        {
          kind: 'choice',
          id: 'sign-style',
          label: tClaims('title'),
          hideLabel: true,
          value: signStyle,
          options: signStyles.map((one) => ({ value: one, label: tClaims(one) })),
          onChange: (value) => run(setMapFields, { fields: { signStyle: value } }),
        },
      ],
    },
  ]
  return [
    {
      kind: 'action',
      id: 'home',
      label: t('home'),
      icon: <House size={size} aria-hidden />,
      onSelect: () => router.push('/'),
    },
    { kind: 'separator', id: 'after-home' },
    {
      kind: 'action',
      id: 'question',
      label: t('question'),
      icon: <MessageCircleQuestion size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('question'),
    },
    ...(mayEdit ? edit : []),
    ...(mayEdit ? signs : []),
    ...(hasStakeholders ? actors : []),
    {
      kind: 'action',
      id: 'looks',
      label: tLooks('title'),
      icon: <Eye size={size} aria-hidden />,
      onSelect: () => workspace.update({ panel: 'looks' }),
    },
    {
      kind: 'submenu',
      id: 'practices',
      label: tPractices('title'),
      icon: <HandHeart size={size} aria-hidden />,
      entries: practices,
    },
    {
      kind: 'action',
      id: 'comments',
      label: unread > 0 ? tComments('openUnread', { count: unread }) : tComments('open'),
      icon: <MessageSquare size={size} aria-hidden />,
      onSelect: () => workspace.openComments(),
    },
    {
      kind: 'action',
      id: 'agenda',
      label: tAgenda('title'),
      icon: <Timer size={size} aria-hidden />,
      onSelect: () => workspace.update({ panel: 'agenda' }),
    },
    {
      kind: 'action',
      id: 'rounds',
      label: tRounds(mayRun ? 'open' : 'title'),
      icon: <Vote size={size} aria-hidden />,
      onSelect: () => workspace.update({ panel: 'rounds' }),
    },
    {
      kind: 'action',
      id: 'versions',
      label: tVersions('title'),
      icon: <History size={size} aria-hidden />,
      // Later, so that the menu has given the focus back before the panel takes it.
      onSelect: () => setTimeout(() => workspace.update({ panel: 'versions' }), 50),
    },
    {
      kind: 'action',
      id: 'compare',
      label: tCompare('open'),
      icon: <Columns2 size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('compare'),
    },
    {
      kind: 'action',
      id: 'export',
      label: t('export'),
      icon: <Download size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('export'),
    },
    {
      kind: 'action',
      id: 'report',
      label: tReport('open'),
      icon: <FileText size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('report'),
    },
    ...(issues > 0 ? faults : []),
    ...(role === 'owner' ? own : []),
    { kind: 'separator', id: 'after-map' },
    {
      kind: 'action',
      id: 'palette',
      label: t('palette'),
      icon: <Command size={size} aria-hidden />,
      shortcut: ['Mod', 'K'],
      onSelect: () => workspace.openDialog('palette'),
    },
    {
      kind: 'action',
      id: 'shortcuts',
      label: t('shortcuts'),
      icon: <Keyboard size={size} aria-hidden />,
      shortcut: ['?'],
      onSelect: () => workspace.openDialog('shortcuts'),
    },
    {
      kind: 'action',
      id: 'about',
      label: t('about'),
      icon: <Info size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('about'),
    },
    { kind: 'separator', id: 'after-help' },
    {
      kind: 'choice',
      id: 'theme',
      label: t('theme'),
      value: theme,
      options: themes.map((one) => ({ value: one, label: t(`themes.${one}`) })),
      onChange: (value) => {
        if (isTheme(value)) setTheme(value)
      },
    },
  ]
}

/** The rows of the ☰ menu. */
export function MapMenuPopup({ onRename, ...place }: MenuPlace & { readonly onRename: () => void }) {
  return <MenuPopup {...place} entries={useMapMenu(onRename)} />
}
