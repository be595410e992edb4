'use server'

import { serve } from '@/lib/commands/serve'
import * as course from '@/lib/grants/training/course-commands'
import * as enrolment from '@/lib/grants/training/enrolment-commands'
import * as session from '@/lib/grants/training/session-commands'
import * as step from '@/lib/grants/training/step-commands'

const toCourse = { to: ({ courseId }: { courseId: string }) => `/grants/courses/${courseId}` }

export const createCourse = serve(course.createCourse, toCourse)
export const editCourse = serve(course.editCourse, toCourse)
export const cancelCourse = serve(course.cancelCourse, toCourse)
export const completeCourse = serve(course.completeCourse, toCourse)
export const addSession = serve(session.addSession, toCourse)
export const removeSession = serve(session.removeSession, toCourse)
export const markAttendance = serve(session.markAttendance, toCourse)
export const enrol = serve(enrolment.enrol, toCourse)
/** The same deed, asked for on the applicant's own page. */
export const enrolOne = serve(enrolment.enrol)
export const leaveCourse = serve(enrolment.leaveCourse, toCourse)
export const waiveTraining = serve(step.waiveTraining, { to: ({ caseId }) => `/grants/${caseId}` })
export const completeTraining = serve(step.completeTraining, { to: ({ caseId }) => `/grants/${caseId}` })
