import * as z from 'zod/mini'
import { labelField } from './fields'

/** A saved what-if: which variables are pushed or held, and at what. */
export const scenarioSchema = z.looseObject({ name: labelField })
export type Scenario = z.output<typeof scenarioSchema>
