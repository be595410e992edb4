import { completeCourse, createCourse } from '../../lib/grants/training/course-commands'
import { getCourse } from '../../lib/grants/training/course-queries'
import { enrol } from '../../lib/grants/training/enrolment-commands'
import { addSession, markAttendance } from '../../lib/grants/training/session-commands'
import { dayOf } from './clock'
import type { SeedTeam } from './data/places'
import { seedPlaces } from './data/places'
import { type DemoPerson, done } from './people'
import type { Random } from './random'
import type { DemoStaff } from './staff'

const day = 86_400_000
/** Each team runs two courses; whoever is trained less than this many days ago was on the second. */
const secondFrom = 200
const topics = [
  'فكرة المشروع ودراسة السوق',
  'الكلفة والتسعير',
  'مسك الدفاتر',
  'التسويق والزبائن',
  'خطة العمل خطوة بخطوة',
]
const trainers = ['د. سلام الراوي', 'م. هناء الدليمي', 'أ. كريم العاني', 'م. رغد الهيتي']

type Trainee = { caseId: string; person: DemoPerson; random: Random }
type Booked = Trainee & { at: Date; isBehind: boolean }
type Course = { courseId: string; sessions: { id: string; heldOn: string }[] }

/** The first working days from a day on; Friday and Saturday are the weekend. */
function workDays(from: Date, count: number): string[] {
  const days: string[] = []
  for (let at = from.getTime(); days.length < count; at += day)
    if (![5, 6].includes(new Date(at).getUTCDay())) days.push(dayOf(new Date(at)))
  return days
}

/** The courses of the demo: made when the first trainee comes, completed at the end as far as they are over. */
export function courseBook(staff: DemoStaff, today: Date) {
  const courses = new Map<string, Promise<Course>>()
  const teacherOf = (team: SeedTeam) => {
    const actor = staff.members.find((one) => one.role === 'caseworker' && one.team === team)?.actor
    if (!actor) throw new Error(`no caseworker in ${team}`)
    return actor
  }

  async function open(team: SeedTeam, isSecond: boolean): Promise<Course> {
    const teacher = teacherOf(team)
    const began = new Date(today.getTime() - (isSecond ? secondFrom + 12 : 455) * day)
    const days = workDays(began, topics.length)
    const at = new Date(began.getTime() - day / 2)
    const place = seedPlaces.find((one) => one.team === team)
    const { courseId } = done(
      'course',
      await createCourse.execute(
        teacher,
        {
          teamId: staff.teamIds[team],
          titleAr: isSecond ? 'تطوير الأعمال، الدورة الثانية' : 'تطوير الأعمال، الدورة الأولى',
          titleEn: isSecond ? 'Business development, second course' : 'Business development, first course',
          trainer: trainers[(Object.keys(staff.teamIds).indexOf(team) + (isSecond ? 2 : 0)) % trainers.length],
          venue: 'قاعة التدريب في مكتب الفريق',
          locationPcode: place?.subDistrict,
          startsOn: days[0],
          endsOn: days.at(-1),
          seats: '160',
        },
        { at },
      ),
    )
    for (const [index, topic] of topics.entries())
      done('session', await addSession.execute(teacher, { courseId, heldOn: days[index], topic, hours: '3' }, { at }))
    const page = await getCourse(teacher, courseId)
    return { courseId, sessions: page?.sessions ?? [] }
  }

  function courseFor(team: SeedTeam, at: Date): Promise<Course> {
    const isSecond = at.getTime() > today.getTime() - secondFrom * day
    const key = `${team} ${isSecond ? 2 : 1}`
    const known = courses.get(key) ?? open(team, isSecond)
    courses.set(key, known)
    return known
  }

  /** Everyone of one course at once: five sheets are saved, however many there are. */
  async function run(course: Course, trainees: readonly Booked[]): Promise<void> {
    const teacher = trainees[0] && teacherOf(trainees[0].person.team)
    if (!teacher) return
    const at = new Date(Math.max(...trainees.map((one) => one.at.getTime())))
    const { courseId, sessions } = course
    done('enrol', await enrol.execute(teacher, { courseId, caseIds: trainees.map((one) => one.caseId) }, { at }))
    const page = await getCourse(teacher, courseId)
    const enrolmentOf = new Map(page?.people.map((one) => [one.case_id, one.id]))
    const absences = trainees.map(({ random }) => (random.chance(0.35) ? random.int(0, sessions.length - 1) : -1))
    for (const [index, session] of sessions.entries()) {
      const marks = trainees.map(({ caseId, isBehind, random }, who) => {
        const isAway = index === absences[who] || (isBehind && index < 2)
        return [enrolmentOf.get(caseId) ?? '', isAway ? random.pick(['absent', 'excused'] as const) : 'present']
      })
      const sheet = { sessionId: session.id, marks: Object.fromEntries(marks) }
      done('mark', await markAttendance.execute(teacher, sheet, { at }))
    }
  }

  const booked: Booked[] = []
  return {
    /** Books someone who is in training: enough hours by `at`, or, with `isBehind`, not yet. */
    book: (trainee: Trainee, at: Date, isBehind = false) => {
      booked.push({ ...trainee, at, isBehind })
    },
    /** Holds the courses for all who are booked. */
    async hold(): Promise<void> {
      const groups = new Map<Course, Booked[]>()
      for (const one of booked) {
        const course = await courseFor(one.person.team, one.at)
        groups.set(course, [...(groups.get(course) ?? []), one])
      }
      for (const [course, trainees] of groups) await run(course, trainees)
    },
    /** First courses are over: certificates are numbered. */
    async finish(): Promise<void> {
      for (const [key, course] of courses) {
        if (!key.endsWith('1')) continue
        const { courseId } = await course
        const team = staff.members.find((one) => key.startsWith(`${one.team} `))?.team
        if (!team) continue
        const at = new Date(today.getTime() - (secondFrom - 1) * day)
        done('complete course', await completeCourse.execute(teacherOf(team), { courseId, version: 1 }, { at }))
      }
    },
  }
}

export type CourseBook = ReturnType<typeof courseBook>
