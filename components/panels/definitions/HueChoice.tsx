'use client'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RadioGroup } from 'radix-ui'
import { hues, type Hue } from '../../../lib/model/hue'

/** The colours that people may choose from, each with its name. */
export function HueChoice({
  value,
  onChange,
}: {
  readonly value: Hue | undefined
  readonly onChange: (hue: Hue) => void
}) {
  const t = useTranslations('sectors')
  return (
    <RadioGroup.Root
      aria-label={t('colour')}
      orientation="horizontal"
      value={value ?? null}
      onValueChange={(next) => {
        const hue = hues.find((one) => one === next)
        if (hue !== undefined) onChange(hue)
      }}
      className="flex flex-wrap gap-1.5"
    >
      {hues.map((hue) => (
        <RadioGroup.Item
          key={hue}
          value={hue}
          aria-label={t(`hues.${hue}`)}
          title={t(`hues.${hue}`)}
          className="inline-flex size-8 items-center justify-center rounded-full border-2 pointer-coarse:size-11"
          style={{
            background: `var(--color-hue-${hue}-fill)`,
            borderColor: `var(--color-hue-${hue}-border)`,
            color: `var(--color-hue-${hue}-border)`,
          }}
        >
          <RadioGroup.Indicator>
            <Check size={16} strokeWidth={3} aria-hidden />
          </RadioGroup.Indicator>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
