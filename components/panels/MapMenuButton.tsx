'use client'
import { Menu as MenuSign } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePreload } from '../hooks/usePreload'
import { IconButton } from '../ui/IconButton'
import { latePart } from '../ui/latePart'
import { Menu } from '../ui/Menu'

// Its rows know everything that can be done with a map: more than is needed to see one.
const MapMenuPopup = latePart(async () => (await import('./MapMenu')).MapMenuPopup)
const early = [MapMenuPopup]

/** The ☰ button and its menu. */
export function MapMenuButton({ onRename }: { readonly onRename: () => void }) {
  const t = useTranslations('panels.menu')
  usePreload(early)
  return (
    <Menu
      trigger={
        <IconButton label={t('label')}>
          <MenuSign size={20} aria-hidden />
        </IconButton>
      }
      renderPopup={(place) => <MapMenuPopup {...place} onRename={onRename} />}
    />
  )
}
