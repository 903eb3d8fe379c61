'use client'
import { useObservable } from '../hooks/useObservable'
import { latePart } from './latePart'
import { toasterWanted } from './toast'

const Toaster = latePart(async () => (await import('./Toaster')).Toaster)

/** Where toasts appear, one per page: the toaster comes with the first of them, or when it is prepared. */
export function ToastPlace() {
  return useObservable(toasterWanted) ? <Toaster /> : null
}
