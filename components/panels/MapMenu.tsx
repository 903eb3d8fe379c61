'use client'
import {
  ClipboardList,
  Command,
  Diff,
  Download,
  House,
  Info,
  Keyboard,
  Pencil,
  Trash2,
  TriangleAlert,
  Upload,
  Waypoints,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { arrangeStyles } from '../../lib/layout/arrangeStyle'
import { setMapFields } from '../../lib/commands/setMapFields'
import { signStyles } from '../../lib/model/meta'
import { useWorkspace } from '../hooks/EditorProvider'
import { isTheme, themes } from '../hooks/theme'
import { useSelf, useView } from '../hooks/useMap'
import { useArrange } from '../hooks/useArrange'
import { useMayEdit } from '../hooks/useMayEdit'
import { useRun } from '../hooks/useRun'
import { useTheme } from '../hooks/useTheme'
import type { MenuEntry } from '../ui/menuEntry'
import { MenuPopup, type MenuPlace } from '../ui/MenuPopup'

const size = 16

/** Everything about the map as a whole, as menu rows: the same on a phone. */
export function useMapMenu(onRename: () => void): readonly MenuEntry[] {
  const t = useTranslations('panels.menu')
  const tArrange = useTranslations('arrange')
  const tClaims = useTranslations('claims.signs')
  const run = useRun()
  const signStyle = useView((view) => view.meta.signStyle ?? 'plus-minus')
  const arrange = useArrange()
  const router = useRouter()
  const workspace = useWorkspace()
  const mayEdit = useMayEdit()
  const { theme, setTheme } = useTheme()
  const { role } = useSelf()
  const issues = useView((view) => view.issues.length)

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
      entries: arrangeStyles.map((style) => ({
        kind: 'action',
        id: style,
        label: tArrange(`styles.${style}`),
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
    ...(mayEdit ? edit : []),
    ...(mayEdit ? signs : []),
    {
      kind: 'action',
      id: 'export',
      label: t('export'),
      icon: <Download size={size} aria-hidden />,
      onSelect: () => workspace.openDialog('export'),
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
