'use client'
import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files that are dropped anywhere on the window, and shows that it would. */
export function DropCatcher({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('home.import')
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    // Entering a child comes before leaving its parent: only the count tells when the window is left.
    let depth = 0
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth += 1
      setIsOver(true)
    }
    const over = (event: DragEvent): void => {
      // Without this the browser would leave the page to show the file.
      if (hasFiles(event)) event.preventDefault()
    }
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setIsOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setIsOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    addEventListener('dragenter', enter)
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [onFiles])

  if (!isOver) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex animate-appear items-center justify-center bg-canvas/80 p-4">
      <div className="absolute inset-4 rounded-panel border-2 border-dashed border-accent" />
      <p className="flex items-center gap-3 rounded-panel bg-panel px-5 py-4 text-heading font-semibold text-accent shadow-float">
        <Upload size={24} aria-hidden />
        {t('drop')}
      </p>
    </div>
  )
}
