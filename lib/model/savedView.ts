import * as z from 'zod/mini'
import { labelField } from './fields'

/** A saved way of looking at the map: filters, colours, layout. */
export const savedViewSchema = z.looseObject({ name: labelField })
export type SavedView = z.output<typeof savedViewSchema>
