'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { UserRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { isTheme, themes } from '../hooks/theme'
import { useTheme } from '../hooks/useTheme'
import { recallName, recallSeats } from '../join/seat'
import { Avatar } from '../ui/Avatar'
import { HintBubble, MenuPopup } from '../ui/lateUi'
import { Menu } from '../ui/Menu'
import { whenIdle } from '../ui/whenIdle'

/** Who this browser is for the maps, and how the pages look. */
export function YouMenu() {
  const t = useTranslations('home.you')
  const router = useRouter()
  const { theme, setTheme } = useTheme()
  const [me, setMe] = useState({ name: '', colour: 1 })

  // The name is on this device, so only the browser knows it; the colour is that of some map.
  useEffect(() => {
    setMe({ name: recallName(), colour: recallSeats()[0]?.participant.colour ?? 1 })
  }, [])

  useEffect(
    () =>
      whenIdle(() => {
        MenuPopup.preload()
        HintBubble.preload()
      }),
    [],
  )

  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('label', { known: me.name === '' ? 'no' : 'yes', name: me.name })}
          className="flex size-9 shrink-0 items-center justify-center rounded-full pointer-coarse:size-11"
        >
          {me.name === '' ? (
            <span className="flex size-7 items-center justify-center rounded-full border border-node-border text-muted">
              <UserRound size={16} aria-hidden />
            </span>
          ) : (
            <Avatar {...me} size={28} />
          )}
        </button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'theme',
          label: t('theme'),
          value: theme,
          options: themes.map((value) => ({ value, label: t(`themes.${value}`) })),
          onChange: (value) => {
            if (isTheme(value)) setTheme(value)
          },
        },
        { kind: 'separator', id: 'line' },
        { kind: 'action', id: 'help', label: t('help'), onSelect: () => router.push('/help') },
      ]}
    />
  )
}
