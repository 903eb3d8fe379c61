import * as z from 'zod/mini'
import { limits } from '../base/limits'

/**
 * What a practice keeps on the map: a result with its readings, a check-in, an experiment, a coalition. Which fields it
 * has is said by its kind (lib/model/practice), and read where the practice is shown: a kind that this version does not
 * know is kept and goes out again as it came.
 */
export const practiceRecordSchema = z.looseObject({ kind: z.string().check(z.minLength(1), z.maxLength(limits.tag)) })
export type PracticeRecord = z.output<typeof practiceRecordSchema>
