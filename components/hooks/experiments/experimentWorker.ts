import { workOutExperiment } from '../../../lib/analysis/experimentQuestion'
import { serveFeedQuestions } from '../serveGraphQuestions'

/** The worker that works out what an experiment would come to. */
serveFeedQuestions((feed) => feed.ground(), workOutExperiment)
