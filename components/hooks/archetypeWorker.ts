import { workOutArchetypes } from '../../lib/analysis/archetypeQuestion'
import { serveGraphQuestions } from './serveGraphQuestions'

/** The worker that looks for archetypes. */
serveGraphQuestions(workOutArchetypes)
