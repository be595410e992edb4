import { eq } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import { addNote, addTask } from '../../lib/cases/note-commands'
import { cancelGrant, createGrant, editGrant, submitGrant, withdrawGrant } from '../../lib/grants/application-commands'
import { decisionCard } from '../../lib/grants/decision-card'
import { decideGrant } from '../../lib/grants/decision-commands'
import { lockGrant } from '../../lib/grants/load'
import { completePlan, savePlan } from '../../lib/grants/plan-commands'
import { recordScreening, recordVerification, startScreening } from '../../lib/grants/review-commands'
import { completeTraining, waiveTraining } from '../../lib/grants/training/step-commands'
import { withActor, withSystem } from '../client'
import { cases } from '../schema/cases'
import { shortenLine } from './budget'
import { isOpen, momentsOf, type Part, type Target } from './cast'
import { dayOf } from './clock'
import { type CommitteeBook, committeeBook } from './committee'
import { type CourseBook, courseBook } from './courses'
import { type SeedBusiness, seedBusinesses } from './data/businesses'
import { inLanes } from './lanes'
import { type PaymentRun, type PaymentTarget, seedAgreement, seedPayments, tranchesOf } from './payments'
import { type DemoPerson, done } from './people'
import type { Random } from './random'
import type { DemoStaff } from './staff'
import { seedVisits } from './visits'

type Story = {
  target: Target
  person: DemoPerson
  business: SeedBusiness
  amountIqd: number
  hasSecondRound: boolean
  /** Moments of its steps, oldest first. */
  at: Date[]
  random: Random
}

const secondStageFrom = 3_000_000
const costOf = (business: SeedBusiness) =>
  business.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceIqd, 0)

function amountFor(target: Target, business: SeedBusiness): number {
  const cost = Math.min(6_000_000, Math.floor(costOf(business) / 50_000) * 50_000)
  if (target === 'ineligible') return 7_500_000
  if (target === 'pending_approval_1') return cost
  return cost
}

function storyOf(part: Part, person: DemoPerson, today: Date): Story {
  const { target, random, hasSecondRound } = part
  const large = seedBusinesses.filter((one) => costOf(one) >= secondStageFrom)
  const business = random.pick(target === 'pending_approval_2' ? large : seedBusinesses)
  const amountIqd = amountFor(target, business)
  return { target, person, business, amountIqd, hasSecondRound, at: momentsOf(part, today), random }
}

const purposes = [
  'شراء المعدات الناقصة وإعادة فتح المحل الذي تضرر خلال الأحداث.',
  'توسيع العمل القائم وتشغيل اثنين من شباب الحي.',
  'استبدال المعدات القديمة التي تعطلت وإصلاح واجهة المحل.',
  'بدء مشروع صغير يعيل الأسرة بعد العودة إلى المدينة.',
]

function application(story: Story, staff: DemoStaff) {
  const { random, business, amountIqd } = story
  const began = dayOf(story.at[0] ?? new Date())
  const round = staff.rounds.find((one) => one.opensOn <= began && one.screenUntil >= began) ?? staff.rounds[0]
  return {
    fundingRoundId: round?.id,
    form: random.weighted([
      ['cash', 60],
      ['in_kind', 40],
    ] as const),
    currency: 'IQD',
    amount: String(amountIqd),
    sector: business.sector,
    businessKind: random.weighted([
      ['new', 40],
      ['existing', 60],
    ] as const),
    businessName: business.nameAr,
    purpose: `${business.descriptionAr}\n${random.pick(purposes)}`,
    monthlyIncome: String(random.int(0, 16) * 50_000),
    dependants: String(random.int(0, 8)),
    yearsOfExperience: String(random.int(0, 22)),
  }
}

type Run = {
  story: Story
  staff: DemoStaff
  courses: CourseBook
  committee: CommitteeBook
  caseId: string
  details: ReturnType<typeof application>
  step: number
  /** How many steps of the review are behind it, in this round. */
  reviewed: number
  today: Date
  /** Has the hours: they count in a second round too, a waiver does not. */
  isTrained?: boolean
}

const trainee = ({ caseId, story }: Run) => ({ caseId, person: story.person, random: story.random.fork('training') })
const heard = ({ caseId, story }: Run) => ({
  caseId,
  team: story.person.team,
  isFemale: story.person.isFemale,
  random: story.random.fork(`committee ${story.amountIqd}`),
})

const moment = (run: Run) => ({ at: run.story.at[Math.min(run.step++, run.story.at.length - 1)] ?? new Date() })

/** As the forms hold it: the case, and its version as it is now. */
async function ref({ caseId }: Run) {
  const rows = await withSystem('practice data', (tx) =>
    tx.select({ version: cases.version }).from(cases).where(eq(cases.id, caseId)),
  )
  return { caseId, version: rows[0]?.version ?? 0 }
}

function member(run: Run, role: 'caseworker' | 'supervisor' | 'programme_manager'): Actor {
  const { person, random } = run.story
  const fits = run.staff.members.filter(
    (one) =>
      one.role === role &&
      (role === 'programme_manager' || one.team === person.team) &&
      one.actor.userId !== person.owner.userId,
  )
  return random.pick(fits).actor
}

async function review(run: Run, upTo: number, confirms = true): Promise<void> {
  const { owner } = run.story.person
  const colleague = member(run, 'caseworker')
  const visitPlace = run.story.business.nameAr
  const steps = [
    async () => done('submit', await submitGrant.execute(owner, await ref(run), moment(run))),
    async () =>
      done('start screening', await startScreening.execute(member(run, 'caseworker'), await ref(run), moment(run))),
    async () =>
      done('screen', await recordScreening.execute(colleague, { ...(await ref(run)), remark: '' }, moment(run))),
    async () => {
      const call = moment(run)
      const visit = {
        visitedOn: dayOf(call.at),
        place: visitPlace,
        findings: confirms
          ? 'المكان موجود ويوافق ما جاء في الطلب. الجيران يعرفون صاحب العمل منذ سنوات.'
          : 'المكان مغلق ولم نجد ما يدل على العمل المذكور. يحتاج الطلب إلى توضيح العنوان.',
        isConfirmed: confirms ? 'yes' : 'no',
      }
      done('verify', await recordVerification.execute(colleague, { ...(await ref(run)), ...visit }, call))
    },
    async () => {
      const call = moment(run)
      if (!run.isTrained) {
        const reason = 'يدير محلًا منذ سنوات وأتمّ دورة سابقة.'
        const form = { ...(await ref(run)), reason }
        done('waive', await waiveTraining.execute(member(run, 'supervisor'), form, call))
      }
      done('train', await completeTraining.execute(owner, await ref(run), moment(run)))
    },
    async () => {
      done('plan', await savePlan.execute(owner, { ...(await ref(run)), ...planOf(run) }, moment(run)))
      done('complete', await completePlan.execute(owner, await ref(run), moment(run)))
    },
    async () => run.committee.recommend(heard(run), moment(run).at),
  ]
  for (const step of steps.slice(run.reviewed, upTo)) await step()
  run.reviewed = Math.max(run.reviewed, upTo)
}

const suppliers = [
  'شركة الفرات للتجهيزات',
  'معرض الأنبار للمعدات',
  'أسواق الوحدة للجملة',
  'مكتب الرافدين للعدد الصناعية',
]
const markets = [
  'الحي عاد إليه معظم أهله، ولا يوجد محل مشابه إلا واحد في الشارع العام.',
  'الزبائن من أهل المنطقة والمارّين إلى السوق، والأسعار قريبة من أسعار المحلات الأخرى.',
  'الطلب موجود طوال السنة ويزيد قبل الأعياد، وأقرب منافس على بعد كيلومترين.',
]
const milestones = [
  { title: 'شراء المعدات ونصبها', evidence: 'صور المعدات ووصولات الشراء', dueMonth: '1' },
  { title: 'فتح المحل والبيع بانتظام', evidence: 'زيارة المحل ودفتر المبيعات لشهر', dueMonth: '4' },
]

/** Slow in the first months, then around the expected profit. */
function cashFlow(profit: number, random: Random) {
  return Array.from({ length: 12 }, (_, index) => {
    const cost = profit + random.int(2, 8) * 50_000
    const earned = Math.round((profit * Math.min(1, (index + 1) / 4)) / 50_000) * 50_000
    return { income: String(cost + earned - (index === 0 ? 100_000 : 0)), cost: String(cost) }
  })
}

function planOf({ story }: Run) {
  const { business, random, amountIqd } = story
  const short = Math.max(0, amountIqd - costOf(business))
  const bought = () => ({
    supplier: random.pick(suppliers),
    quote: `${random.int(100, 990)} في ${random.int(1, 28)}/${random.int(1, 9)}`,
  })
  const lines = business.lines.map((line) => ({
    item: line.itemAr,
    quantity: String(line.quantity),
    unitPrice: String(line.unitPriceIqd),
    ...bought(),
  }))
  const profit = random.int(6, 24) * 50_000
  return {
    currency: 'IQD',
    description: business.descriptionAr,
    market: random.pick(markets),
    ownContribution: '0',
    expectedMonthlyProfit: String(profit),
    jobsNowWomenFull: '0',
    jobsNowWomenPart: String(random.int(0, 1)),
    jobsNowMenFull: String(random.int(0, 1)),
    jobsNowMenPart: '0',
    jobsPlannedWomenFull: String(random.int(0, 1)),
    jobsPlannedWomenPart: String(random.int(0, 1)),
    jobsPlannedMenFull: String(random.int(0, 2)),
    jobsPlannedMenPart: String(random.int(0, 1)),
    lines: short > 0 ? [...lines, { item: 'مواد أولية', quantity: '1', unitPrice: String(short), ...bought() }] : lines,
    months: cashFlow(profit, random),
    milestones,
  }
}

const reasons = {
  approve: 'الخطة واقعية والزيارة أكدت الطلب.',
  return: 'يرجى تقليل مبلغ المعدات وإرفاق عرض سعر ثانٍ.',
  reject: 'المشروع لا يغطي كلفته بحسب الخطة.',
}

async function decide(run: Run, actor: Actor, outcome: keyof typeof reasons): Promise<void> {
  const form = await withActor(actor, async (tx) => {
    const [grant, current] = await Promise.all([lockGrant(tx, run.caseId), decisionCard(tx, run.caseId)])
    return { caseId: run.caseId, version: grant?.version, shownHash: current?.hash }
  })
  done('decide', await decideGrant.execute(actor, { ...form, outcome, reason: reasons[outcome] }, moment(run)))
}

async function approve(run: Run): Promise<void> {
  await decide(run, member(run, 'supervisor'), 'approve')
  if (run.story.amountIqd >= secondStageFrom) await decide(run, member(run, 'programme_manager'), 'approve')
}

const nextTranches = [
  'scheduled',
  'requested',
  'authorised',
  'authorised',
  'released',
  'failed',
  'paid',
  'receipt_confirmed',
  'recovered',
  'written_off',
] as const

/** Who moves the money of a grant: nobody who had a part in it. */
function paymentOf(run: Run): PaymentRun {
  const { person, random, amountIqd } = run.story
  const [first, second] = run.staff.members.filter((one) => one.role === 'finance_officer')
  if (!first || !second) throw new Error('the demo needs two finance officers')
  return {
    caseId: run.caseId,
    amountIqd,
    payee: person.name,
    owner: person.owner,
    colleague: member(run, 'caseworker'),
    supervisor: member(run, 'supervisor'),
    finance: [first.actor, second.actor],
    manager: member(run, 'programme_manager'),
    random: random.fork('payments'),
    ref: () => ref(run),
    at: () => moment(run),
  }
}

/** Of how many tranches the grant is paid. */
const all = ({ story }: Run) => tranchesOf(story.amountIqd).length

async function pay(run: Run, target: PaymentTarget): Promise<void> {
  await review(run, 7)
  await approve(run)
  const payment = paymentOf(run)
  await seedAgreement(payment, true)
  await seedPayments(payment, target)
  if (target.ends !== 'left') await seedVisits(payment, run.today, target.ends === 'completed')
}

const untrained: readonly Target[] = [
  'draft',
  'submitted',
  'screening',
  'verification',
  'ineligible',
  'returned',
  'withdrawn',
  'cancelled',
]

/** Goes as far as the training, and books a course: those of a team are held once for all who come. */
async function train(run: Run): Promise<void> {
  const { target, random, at } = run.story
  if (untrained.includes(target)) return
  await review(run, 4)
  const last = at[Math.min(run.step, at.length - 1)] ?? new Date()
  if (target === 'training') {
    if (random.chance(0.6)) run.courses.book(trainee(run), last, true)
  } else if (!random.fork('waiver').chance(0.15)) {
    run.courses.book(trainee(run), last)
    run.isTrained = true
  }
}

/** Tells one story: the same commands as the screens, each as the person who would press the button. */
async function tell(run: Run): Promise<void> {
  const { story } = run
  const { owner } = story.person
  const reached: Record<Target, () => Promise<unknown>> = {
    draft: async () => null,
    submitted: () => review(run, 1),
    screening: () => review(run, 2),
    verification: () => review(run, 3),
    ineligible: () => review(run, 3),
    training: () => review(run, 4),
    business_plan: () => review(run, 5),
    committee_review: async () => {
      await review(run, 6)
      if (story.random.chance(0.75)) await run.committee.hear(heard(run), moment(run).at, story.random.int(0, 2))
    },
    waitlisted: async () => {
      await review(run, 6)
      await run.committee.wait(heard(run), moment(run).at)
    },
    returned: () => review(run, 4, false),
    pending_approval_1: () => review(run, 7),
    pending_approval_2: async () => {
      await review(run, 7)
      await decide(run, member(run, 'supervisor'), 'approve')
    },
    approved: async () => {
      await review(run, 7)
      await approve(run)
    },
    agreement: async () => {
      await review(run, 7)
      await approve(run)
      await seedAgreement(paymentOf(run), story.random.chance(0.6))
    },
    paying: () =>
      pay(run, { settled: story.random.int(0, all(run) - 1), next: story.random.pick(nextTranches), ends: 'open' }),
    suspended: () => pay(run, { settled: 1, next: 'requested', ends: 'suspended' }),
    left: () => pay(run, { settled: 1, next: 'scheduled', ends: 'left' }),
    monitoring: () => pay(run, { settled: all(run), next: 'scheduled', ends: 'monitoring' }),
    completed: () => pay(run, { settled: all(run), next: 'scheduled', ends: 'completed' }),
    rejected: async () => {
      await review(run, 7)
      await decide(run, member(run, 'supervisor'), 'reject')
    },
    withdrawn: async () => {
      await review(run, 2)
      done(
        'withdraw',
        await withdrawGrant.execute(owner, { ...(await ref(run)), reason: 'حصل على عمل في بغداد.' }, moment(run)),
      )
    },
    cancelled: async () => {
      await review(run, 1)
      done(
        'cancel',
        await cancelGrant.execute(owner, { ...(await ref(run)), reason: 'سُجّل الطلب مرتين بالخطأ.' }, moment(run)),
      )
    },
  }
  await reached[story.target]()
  if (story.hasSecondRound) {
    await decide(run, member(run, 'supervisor'), 'return')
    story.amountIqd = Math.round(story.amountIqd * 0.9)
    const edited = { ...run.details, ...(await ref(run)), amount: String(story.amountIqd) }
    done('edit', await editGrant.execute(owner, edited, moment(run)))
    run.reviewed = 0
    await review(run, 7)
  }
  if (isOpen(story.target) && story.random.chance(0.35)) {
    const last = story.at.at(-1) ?? new Date()
    done(
      'note',
      await addNote.execute(
        owner,
        { caseId: run.caseId, body: 'اتصلت به اليوم؛ الأوراق جاهزة وسيحضرها يوم الأحد.' },
        { at: last },
      ),
    )
    const dueOn = dayOf(new Date(last.getTime() + story.random.int(1, 9) * 86_400_000))
    const task = { caseId: run.caseId, title: 'استلام عرض السعر من المجهّز', assigneeId: owner.userId, dueOn }
    done('task', await addTask.execute(owner, task, { at: last }))
  }
}

/** 425 applications over fifteen months, with who did what and when; `people` are the applicants, in the order of the cast. */
export async function seedGrants(
  staff: DemoStaff,
  cast: readonly Part[],
  people: readonly DemoPerson[],
  today: Date,
): Promise<void> {
  const stories = cast
    .flatMap((part, index) => {
      const person = people[index]
      return person ? [storyOf(part, person, today)] : []
    })
    .sort((a, b) => (a.at[0]?.getTime() ?? 0) - (b.at[0]?.getTime() ?? 0))
  const courses = courseBook(staff, today)
  const committee = committeeBook(staff, today)
  const runs: Run[] = []
  await inLanes([...stories.entries()], async ([index, story]) => {
    const details = application(story, staff)
    const run: Run = { story, staff, courses, committee, caseId: '', details, step: 0, reviewed: 0, today }
    const made = done(
      'create',
      await createGrant.execute(story.person.owner, { ...details, personId: story.person.personId }, moment(run)),
    )
    runs[index] = { ...run, caseId: made.caseId }
  })
  await inLanes(runs, train)
  await courses.hold()
  const waits = ({ story }: Run) => story.target === 'waitlisted'
  await inLanes(
    runs.filter((run) => !waits(run)),
    tell,
  )
  // Who waits comes last: until the line is full they would be recommended.
  await shortenLine(staff.members, staff.lineIds[1], new Date(today.getTime() - 20 * 86_400_000))
  await inLanes(runs.filter(waits), tell)
  await courses.finish()
  await committee.finish()
}
