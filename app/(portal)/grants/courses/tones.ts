import type { CourseState } from '@/lib/grants/training/course-queries'

/** How the state of a course looks; the word is always there. */
export const courseTone: Record<CourseState, 'info' | 'good' | 'neutral'> = {
  planned: 'info',
  completed: 'good',
  cancelled: 'neutral',
}
