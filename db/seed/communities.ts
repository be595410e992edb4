import { sql } from 'drizzle-orm'
import type { Actor } from '../../lib/auth/actor'
import type { Command } from '../../lib/commands/command'
import * as needs from '../../lib/communities/needs/commands'
import * as plans from '../../lib/communities/plans/commands'
import * as projects from '../../lib/communities/projects/commands'
import { checklistOf } from '../../lib/communities/projects/domain'
import { type ProjectStatus, projectMachine } from '../../lib/communities/projects/machine'
import * as money from '../../lib/communities/projects/money-commands'
import { getProject } from '../../lib/communities/projects/queries'
import * as site from '../../lib/communities/projects/site-commands'
import { storeDocument } from '../../lib/documents/add-document'
import { makePaper } from '../../lib/paper/paper'
import { withSystem } from '../client'
import { dayOf } from './clock'
import { seedNeeds, seedProjects } from './data/communities'
import { photoOf } from './data/photos'
import { done } from './people'
import type { DemoStaff, Member } from './staff'

const day = 86_400_000
const place = 'IQG01Q01N03'

/** A letter of the municipality, as the office keeps it. */
async function letter(at: Date): Promise<Buffer> {
  const paper = makePaper({ locale: 'ar', title: 'كتاب إقرار', reference: 'ق/1187', madeAt: at, isPractice: true })
  paper.heading('إقرار خطة عمل مركز الفلوجة')
  paper.paragraph('تقر قائممقامية الفلوجة خطة العمل المجتمعية لمركز الفلوجة كما رتّبها أهلها.')
  paper.signatures([{ name: 'قائممقام الفلوجة' }])
  return paper.toBuffer()
}

/** What the forums heard, told by a word of it, and the need that answers it. */
const answered: readonly (readonly [word: string, need: string])[] = [
  ['الأمطار', 'drainage'],
  ['ماء الشرب', 'water'],
  ['مركز صح', 'health'],
  ['إنارة', 'light'],
]

type Heard = { id: string; summary: string; action: string | null }

/** Concerns about services that Falluja's forums took up, the oldest first, and an action of each. */
function concernsOf(teamId: string): Promise<Heard[]> {
  return withSystem('practice data', async (tx) => {
    const rows = await tx.execute<Heard>(sql`
      select c.id, t.summary, (select a.id from forum_actions a where a.case_id = c.id and a.status <> 'cancelled' limit 1) as action
      from cases c join concerns n on n.case_id = c.id join concern_texts t on t.case_id = c.id
      where c.team_id = ${teamId}::uuid and n.category = 'missing_services'
        and c.status not in ('raised', 'triage', 'duplicate', 'out_of_scope', 'referred_out', 'restricted') order by c.id`)
    return [...rows]
  })
}

type Hands = { worker: Actor; supervisor: Actor; police: Actor; manager: Actor; teamId: string }

/** The Falluja plan with its needs, from the first list to the day it became active. Answers the needs by their key. */
async function seedPlan({ worker, police, teamId }: Hands, today: Date): Promise<Map<string, string>> {
  const at = (ago: number) => new Date(today.getTime() - ago * day)
  let version = 1
  const form = {
    titleAr: 'خطة عمل مركز الفلوجة',
    titleEn: 'Action plan of Falluja Centre',
    locationPcode: place,
    startsOn: dayOf(at(455)),
    endsOn: dayOf(at(-275)),
    partners: 'قائممقامية الفلوجة، مديريات الماء والمجاري والصحة، منتديات الشرطة المجتمعية',
    ranking: 'scored',
    teamId,
  }
  const { planId } = done('plan', await plans.draftPlan.execute(worker, form, { at: at(455) }))
  const known = new Map<string, string>()
  for (const need of seedNeeds) {
    const [severity, people, urgency, feasibility] = need.points.map(String)
    const facts = { sector: need.sector, titleAr: need.ar, titleEn: need.en, peopleAffected: String(need.people) }
    const input = { planId, ...facts, severity, people, urgency, feasibility }
    known.set(need.key, done('need', await needs.addNeed.execute(worker, input, { at: at(454) })).needId)
  }
  const step = async (command: Command<unknown>, ago: number, input: object = {}) => {
    done(command.name, await command.execute(worker, { planId, version, ...input }, { at: at(ago) }))
    version += 1
  }
  const validatedBy = 'اجتماع في قاعة البلدية: 46 شخصاً، منهم 19 امرأة و8 من ذوي الإعاقة'
  await step(plans.validatePlan, 448, { validatedOn: dayOf(at(448)), validatedBy })
  const file = { name: 'كتاب-الإقرار.pdf', bytes: await letter(at(440)) }
  const paper = await storeDocument(worker, { planId, kind: 'agreement', file }, { at: at(440) })
  if (!paper.ok) throw new Error(`letter: ${JSON.stringify(paper)}`)
  const endorsed = {
    endorsedBy: 'قائممقامية الفلوجة',
    endorsedOn: dayOf(at(441)),
    endorsementId: paper.data.documentId,
  }
  await step(plans.endorsePlan, 440, endorsed)
  await step(plans.activatePlan, 438)
  // What the forums heard stands at the beginning of the chain.
  const heard = await concernsOf(teamId)
  for (const [word, need] of answered) {
    const concern = heard.find(({ summary }) => summary.includes(word))
    if (!concern) continue
    const needId = known.get(need) ?? ''
    for (const answers of [`concern:${concern.id}`, concern.action && `action:${concern.action}`])
      if (answers) done('link', await needs.linkNeed.execute(police, { needId, answers }, { at: at(1) }))
  }
  return known
}

type Story = (typeof seedProjects)[number]

/** One project as far as its story goes, each step by whoever takes it. */
async function seedProject(hands: Hands, story: Story, needId: string, today: Date): Promise<void> {
  const { worker, supervisor, manager, teamId } = hands
  let ago = story.began
  const at = () => new Date(today.getTime() - ago * day)
  const currency = 'IQD'
  const begin = {
    titleAr: story.ar,
    titleEn: story.en,
    kind: story.kind,
    locationPcode: place,
    teamId,
    currency,
    needId,
  }
  const { projectId } = done('project', await projects.identifyProject.execute(worker, begin, { at: at() }))
  const take = async (command: Command<unknown>, days: number, input: object = {}, actor: Actor = worker) => {
    ago -= days
    const version = (await getProject(worker, projectId))?.project.version
    done(command.name, await command.execute(actor, { projectId, version, ...input }, { at: at() }))
  }
  const goal = projectMachine.steps.indexOf(story.reaches === 'defects' ? 'inspected' : story.reaches)
  const goesTo = (status: ProjectStatus) => goal >= projectMachine.steps.indexOf(status)
  const [women, men, girls, boys] = story.served.map(String)
  const few = (count: string | undefined) => String(Math.round(Number(count) * 0.06))
  const counts = {
    female: { 'b18-59': { all: women, disabled: few(women) }, 'b5-11': { all: girls, disabled: few(girls) } },
    male: { 'b18-59': { all: men, disabled: few(men) }, 'b5-11': { all: boys, disabled: few(boys) } },
  }
  await take(projects.assessProject, 6, {
    assessment: 'زار الفريق الموقع مع مهندس البلدية ووجد الضرر كما وصفه الأهالي.',
  })
  const photograph = async (phase: 'before' | 'during' | 'after') => {
    const isBuilding = story.kind === 'health_centre' || story.kind === 'womens_centre'
    const names = { before: 'قبل', during: 'أثناء', after: 'بعد' }
    const file = { name: `${names[phase]}.png`, bytes: await photoOf(isBuilding ? 'building' : 'street', phase) }
    const kept = await storeDocument(worker, { projectId, kind: 'photo', phase, file }, { at: at() })
    if (!kept.ok) throw new Error(`photo of ${story.en}: ${kept.code}`)
  }
  await photograph('before')
  await take(site.setServed, 1, { counts })
  await take(projects.prioritiseProject, 5, { priority: 'من أعلى الاحتياجات نقاطاً في خطة المجتمع.' })
  const lines = story.lines.map(([item, unit, quantity, price]) => ({ item, unit, quantity, price }))
  await take(money.setBill, 14, { currency, lines })
  await take(projects.designProject, 1, { design: 'تصميم البلدية مع رسوم تفصيلية محفوظة لدى المهندس المشرف.' })
  if (!goesTo('approved')) return
  await take(projects.approveProject, 4, {}, manager)
  await take(projects.tenderProject, 2)
  const contract = {
    currency,
    contractor: story.contractor,
    contractNumber: `AN-${story.began}`,
    value: String(story.value),
  }
  ago -= 20
  const signed = { contractSignedOn: dayOf(at()), worksEndOn: dayOf(new Date(at().getTime() + 120 * day)) }
  await take(projects.contractProject, 0, { ...contract, ...signed })
  const share = (part: number) => String(story.value * part)
  const instalments = [
    { percent: '20', amount: share(0.2) },
    { percent: '60', amount: share(0.4) },
    { percent: '100', amount: share(0.4) },
  ]
  await take(money.setInstalments, 1, { currency, instalments })
  await take(projects.startWorks, 5)
  for (const [index, progress] of story.visits.entries()) {
    const isLast = index === story.visits.length - 1
    const items = checklistOf(story.kind).map((item, nth) => ({
      item,
      answer: story.reaches === 'defects' && isLast && nth === 5 ? 'major' : 'ok',
      remark: story.reaches === 'defects' && isLast && nth === 5 ? 'رطوبة في سقف غرفة التلقيح' : '',
    }))
    ago -= 25
    const fixBy = dayOf(new Date(at().getTime() + 14 * day))
    const seen = { inspectedOn: dayOf(at()), progress: String(progress), items, fixBy }
    await take(site.recordInspection, 0, seen)
    await photograph(progress < 100 ? 'during' : 'after')
    for (const one of (await getProject(worker, projectId))?.instalments ?? []) {
      if (one.paidOn || one.percent > progress) continue
      ago -= 3
      const payment = {
        instalmentId: one.id,
        paidOn: dayOf(at()),
        paymentReference: `TRF-${story.began}-${one.number}`,
      }
      await take(money.payInstalment, 0, payment, supervisor)
    }
  }
  if (!goesTo('inspected')) return
  await take(projects.completeWorks, 2)
  if (story.reaches === 'defects') return take(projects.reportDefects, 1)
  const maintenance = 'تشغّلها الجهة وتفحص المضخات شهرياً، والوقود والقطع على حسابها.'
  ago -= 6
  await take(projects.handOverProject, 0, { operator: story.operator, maintenance, handedOverOn: dayOf(at()) })
  // It ends soon, so that the reminder has something to say.
  await take(projects.beginLiability, 2, { liabilityEndsOn: dayOf(new Date(today.getTime() + 24 * day)) })
}

/** The action plan of Falluja Centre, its needs, and the projects that answer them. */
export async function seedCommunities(staff: DemoStaff, today: Date): Promise<void> {
  const hand = (members: readonly Member[], role: string) =>
    members.find((one) => one.role === role && (one.team === 'falluja' || one.team === null))?.actor
  const worker = hand(staff.members, 'caseworker')
  const police = hand(staff.policing, 'caseworker')
  const manager = hand(staff.members, 'programme_manager')
  const supervisor = hand(staff.members, 'supervisor')
  if (!worker || !supervisor || !police || !manager) return
  const hands = { worker, supervisor, police, manager, teamId: staff.teamIds.falluja }
  const known = await seedPlan(hands, today)
  for (const story of seedProjects) await seedProject(hands, story, known.get(story.need) ?? '', today)
  for (const need of seedNeeds) {
    const needId = known.get(need.key) ?? ''
    if (!seedProjects.some((story) => story.need === need.key)) continue
    const at = new Date(today.getTime() - (need.outcome ? 40 : 100) * day)
    if (need.outcome)
      done('meet', await needs.meetNeed.execute(worker, { needId, version: 1, outcome: need.outcome }, { at }))
    else done('address', await needs.addressNeed.execute(worker, { needId, version: 1 }, { at }))
  }
}
