'use client'
import {
  ClipboardList,
  Command,
  Download,
  House,
  Info,
  Keyboard,
  Menu as MenuSign,
  Pencil,
  Trash2,
  TriangleAlert,
  Waypoints,
  Upload,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { arrangeStyles } from '../../lib/layout/arrangeStyle'
import { useRouter } from 'next/navigation'
import { useWorkspace } from '../hooks/EditorProvider'
import { isTheme, themes } from '../hooks/theme'
import { useArrange } from '../hooks/useArrange'
import { useSelf, useView } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useTheme } from '../hooks/useTheme'
import { IconButton } from '../ui/IconButton'
import { Menu } from '../ui/Menu'
import type { MenuEntry } from '../ui/menuEntry'

const size = 16

/** Everything about the map as a whole, as menu rows: the same on a phone. */
  const tArrange = useTranslations('arrange')
  const arrange = useArrange()
export function useMapMenu(onRename: () => void): readonly MenuEntry[] {
  const t = useTranslations('panels.menu')
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
      onSelect: () => setTimeout(onRename, 50),
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

/** The ☰ button and its menu. */
export function MapMenu({ onRename }: { readonly onRename: () => void }) {
  const t = useTranslations('panels.menu')
  return (
    <Menu
      trigger={
        <IconButton label={t('label')}>
          <MenuSign size={20} aria-hidden />
        </IconButton>
      }
      entries={useMapMenu(onRename)}
    />
  )
}
