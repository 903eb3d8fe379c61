'use client'
import { TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { listLettersWithoutFace } from '../../../lib/report/pdfLetters'

/** Shown; the others are said to be there. */
const mostShown = 8

/** Says before a PDF is saved which letters it cannot show, and what shows them. Nothing where it shows all. */
export function PdfLettersNote({ texts }: { readonly texts: readonly string[] }) {
  const t = useTranslations('report')
  const format = useFormatter()
  const letters = useMemo(() => listLettersWithoutFace(texts, mostShown + 1), [texts])
  if (letters.length === 0) return null
  const shown = format.list(letters.slice(0, mostShown), { type: 'unit' })
  return (
    <p
      role="note"
      className="flex w-full items-start gap-2 rounded-button bg-warn-tint px-3 py-2 text-second break-words"
    >
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
      <span className="min-w-0">
        {t('letters', { letters: shown, more: letters.length > mostShown ? 'yes' : 'no' })}
      </span>
    </p>
  )
}
