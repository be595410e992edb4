import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi } from '@/components/ui/bdi'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { may } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { getCommunity } from '@/lib/communities/community/queries'
import { toneOf as toneOfNeed } from '@/lib/communities/needs/tones'
import { toneOf as toneOfProject } from '@/lib/communities/projects/tones'
import { forumTypes } from '@/lib/forums/domain'
import { forumMachine } from '@/lib/forums/machine'
import { toneOf as toneOfForum } from '@/lib/forums/tones'
import { inLocale } from '@/lib/i18n/in-locale'
import { TrendSection } from '../displacement/trend-section'
import { HelpTiles } from './help-tiles'

type Props = { params: Promise<{ pcode: string }> }

const read = cache(async (pcode: string) => {
  const actor = await requireActor()
  const isAllowed = may(actor, 'communities.read') && /^IQ[A-Z0-9]{3,20}$/.test(pcode)
  return { actor, page: isAllowed ? await getCommunity(actor, pcode) : null }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t, locale }, { pcode }] = await Promise.all([getI18n(), params])
  const { page } = await read(pcode)
  return { title: page ? inLocale(locale, page.place.name) : t('common.states.notFoundTitle') }
}

type Row = {
  key: string
  href: string | null
  title: string
  note: string
  status: Parameters<typeof StatusBadge>[0]['status']
}

function Rows({ rows, none }: { rows: readonly Row[]; none: string }) {
  if (rows.length === 0) return <p className="text-ink-soft">{none}</p>
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.key}
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
        >
          <span className="min-w-0">
            {row.href ? (
              <Link href={row.href} prefetch={false} className="touch-link font-medium text-action underline">
                <Bdi>{row.title}</Bdi>
              </Link>
            ) : (
              <Bdi>{row.title}</Bdi>
            )}
            <span className="block text-sm text-ink-soft">{row.note}</span>
          </span>
          <StatusBadge status={row.status} />
        </li>
      ))}
    </ul>
  )
}

/** A community on one page, for who goes there: whom we helped, what people want and worry about, what is built, who lives there. */
export default async function CommunityPage({ params }: Props) {
  const [{ t, locale, format }, { pcode }] = await Promise.all([getI18n(), params])
  const { page } = await read(pcode)
  if (!page) notFound()
  const { place, counts, forums, needs, projects, plans, trend } = page
  return (
    <>
      <PageHeader
        title={inLocale(locale, place.name)}
        {...(place.within && { lead: inLocale(locale, place.within) })}
        back={{ href: '/communities', label: t('community.title') }}
      />
      <HelpTiles counts={counts} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Section title={t('community.page.needs')} id="needs">
          <Rows
            none={t('community.page.noNeeds')}
            rows={needs.map((need) => ({
              key: need.id,
              href: `/communities/needs/${need.id}`,
              title: inLocale(locale, need.title),
              note: `${format.number(need.rank)} · ${t(`communities.sector.${need.sector}`)}`,
              status: { label: t(`communities.needs.status.${need.status}`), tone: toneOfNeed[need.status] },
            }))}
          />
          {plans.length > 0 && (
            <p className="mt-4 flex flex-wrap gap-x-4">
              {plans.map((plan) => (
                <Link
                  key={plan.id}
                  href={`/communities/plans/${plan.id}`}
                  prefetch={false}
                  className="touch-link text-action underline"
                >
                  {inLocale(locale, plan.title)}
                </Link>
              ))}
            </p>
          )}
        </Section>
        <div className="space-y-6">
          <Section title={t('community.page.projects')} id="projects">
            <Rows
              none={t('community.page.noProjects')}
              rows={projects.map((project) => ({
                key: project.id,
                href: `/communities/projects/${project.id}`,
                title: inLocale(locale, project.title),
                note: `${project.reference} · ${format.percent(project.progress / 100)}`,
                status: { label: t(`projects.status.${project.status}`), tone: toneOfProject[project.status] },
              }))}
            />
          </Section>
          <Section title={t('community.page.forums')} id="forums">
            <Rows
              none={t('community.page.noForums')}
              rows={forums.map((forum) => {
                const type = forumTypes.find((one) => one === forum.type) ?? 'community'
                const status = forumMachine.states.find((one) => one === forum.status) ?? 'endorsed'
                return {
                  key: forum.id,
                  href: forum.can_open ? `/forums/${forum.id}` : null,
                  title: inLocale(locale, forum.name),
                  note: [t(`forums.type.${type}`), forum.last_held_on && format.shortDate(forum.last_held_on)]
                    .filter(Boolean)
                    .join(' · '),
                  status: { label: t(`forums.status.${status}`), tone: toneOfForum[status] },
                }
              })}
            />
          </Section>
        </div>
      </div>
      <div className="mt-6">
        <TrendSection title={t('community.page.displacement')} trend={trend} />
      </div>
    </>
  )
}
