import type { Actor } from '../../lib/auth/actor'
import { addMeasure, adoptPlan, reviewMeasure, writePlan } from '../../lib/forums/safety-plans/commands'
import { getPlan } from '../../lib/forums/safety-plans/queries'
import { dayOf, workMoment } from './clock'
import { done } from './people'
import type { Random } from './random'

const day = 86_400_000

/** What a plan does about an open concern, or about none in particular. */
const seedMeasures = [
  { priority: 'high', measure: 'دورية مسائية مشتركة في محيط السوق والمدارس', responsible: 'مركز الشرطة' },
  { priority: 'medium', measure: 'إنارة الطريق المؤدي إلى الحي وإزالة المخلفات', responsible: 'البلدية' },
  {
    priority: 'medium',
    measure: 'جلسة شهرية مع الوجهاء لحل الخلافات قبل أن تكبر',
    responsible: 'لجنة العشائر في المنتدى',
  },
  { priority: 'low', measure: 'حملة توعية في المدارس الثانوية', responsible: 'مديرية التربية' },
] as const
const findings = ['تمت الدوريات ثلاث مرات في الأسبوع، وقلّت الشكاوى.', 'أُنجز نصف العمل، والباقي ينتظر التخصيص.']

/** The plan of a forum for half a year, in its third month: adopted, one measure reviewed, one whose review has come. */
export async function seedSafetyPlan(
  { officer, supervisor }: { officer: Actor; supervisor: Actor },
  forumId: string,
  today: Date,
  random: Random,
): Promise<void> {
  const at = (days: number) => workMoment(today, days, random)
  const on = (days: number) => dayOf(new Date(today.getTime() + days * day))
  const time = { startsOn: on(-80), endsOn: on(100) }
  const situation = 'هدوء عام، مع سرقات في السوق ليلًا وتوتر حول عودة بعض الأسر.'
  const begun = await writePlan.execute(officer, { forumId, ...time, situation }, { at: at(84) })
  const { planId } = done('safety plan', begun)
  const concerns = (await getPlan(officer, forumId, planId))?.concerns ?? []
  let version = 1
  const next = () => ({ planId, version: version++ })
  for (const [nth, measure] of seedMeasures.entries()) {
    const input = { ...next(), ...measure, caseId: concerns[nth]?.id, reviewOn: on([-30, -3, 25, 60][nth] ?? 60) }
    done('measure', await addMeasure.execute(officer, input, { at: at(82 - nth) }))
  }
  done('adopt', await adoptPlan.execute(supervisor, { ...next(), adoptedOn: on(-72) }, { at: at(66) }))
  const first = (await getPlan(officer, forumId, planId))?.measures.find((one) => one.position === 1)
  const found = { measureId: first?.id, finding: random.pick(findings), againOn: on(30) }
  done('review', await reviewMeasure.execute(officer, { ...next(), ...found }, { at: at(28) }))
}
