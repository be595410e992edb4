import { isClosed } from '../../cases/machine'
import { command } from '../../commands/command'
import { refuse } from '../../commands/result'
import { baghdadDay } from '../../format'
import { mayWork } from './commands'
import { answerDays, levelAbove } from './domain'
import { changeAction, loadAction } from './load'
import { actionMachine } from './machine'
import { answerSchema, escalateSchema } from './schemas'

const day = 86_400_000

/** Asks the level above, which has its own time to answer. */
export const escalateAction = command({
  name: 'actions.escalate',
  input: escalateSchema,
  load: loadAction,
  allow: mayWork,
  run(context, { reason }, action) {
    const level = levelAbove(action.level)
    if (!level || isClosed(actionMachine, action.status) || action.status === 'done')
      return refuse('concerns.refused.no_level')
    const facts = {
      level,
      escalatedAt: context.now,
      answerDueOn: baghdadDay(new Date(context.now.getTime() + answerDays[level] * day)),
      answer: '',
      unansweredToldAt: null,
    }
    return changeAction(context, action, facts, { deed: 'escalate', level, reason })
  },
})

/** Keeps what the level answered; its clock stops. */
export const answerEscalation = command({
  name: 'actions.answer',
  input: answerSchema,
  load: loadAction,
  allow: mayWork,
  run(context, { answer }, action) {
    if (action.level === 'forum') return refuse('concerns.refused.not_escalated')
    return changeAction(context, action, { answer }, { deed: 'answer', level: action.level })
  },
})
