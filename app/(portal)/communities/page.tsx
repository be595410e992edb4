import { redirect } from 'next/navigation'

/** The room of communities begins with their action plans. */
export default function CommunitiesPage() {
  redirect('/communities/plans')
}
