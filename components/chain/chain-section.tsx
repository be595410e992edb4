import Link from 'next/link'
import type { ReactNode } from 'react'
import { getI18n } from '@/app/i18n'
import { StatusBadge } from '@/components/case/status-badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { Section } from '@/components/ui/section'
import type { Tone } from '@/components/ui/tone'
import type { ChainAction, ChainConcern, ChainNeed, ChainProject } from '@/lib/chain/read'
import { needMachine } from '@/lib/communities/needs/machine'
import { toneOf as toneOfNeed } from '@/lib/communities/needs/tones'
import { projectMachine } from '@/lib/communities/projects/machine'
import { toneOf as toneOfProject } from '@/lib/communities/projects/tones'
import { actionMachine } from '@/lib/forums/actions/machine'
import { toneOf as toneOfAction } from '@/lib/forums/actions/tones'
import { concernMachine } from '@/lib/forums/concerns/machine'
import { toneOf as toneOfConcern } from '@/lib/forums/concerns/tones'
import { inLocale } from '@/lib/i18n/in-locale'

type Item = {
  id: string
  href: string
  name: string
  reference: string | null
  status: { label: string; tone: Tone } | null
  result: string
  linkId: string | null
}

function Row({ item, extra }: { item: Item; extra: ReactNode }) {
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Link href={item.href} prefetch={false} className="touch-target min-w-0 font-medium text-action underline">
          <Bdi>{item.name}</Bdi>
        </Link>
        {item.status && <StatusBadge status={item.status} />}
      </div>
      {item.reference && (
        <p className="text-sm text-ink-soft">
          <Code>{item.reference}</Code>
        </p>
      )}
      {item.result && (
        <p dir="auto" className="mt-1 text-sm">
          {item.result}
        </p>
      )}
      {extra}
    </li>
  )
}

type Props = {
  title: string
  concerns?: readonly ChainConcern[]
  actions?: readonly ChainAction[]
  needs?: readonly ChainNeed[]
  projects?: readonly ChainProject[]
  /** Said when nothing is linked. */
  empty: string
  /** A deed on a link to a concern or an action, such as taking it off. */
  onLink?: (linkId: string) => ReactNode
  children?: ReactNode
}

/** A stretch of the chain concern → action → need → project → result, each link to be followed. */
export async function ChainSection(props: Props) {
  const { title, concerns = [], actions = [], needs = [], projects = [], empty, onLink, children } = props
  const { t, locale } = await getI18n()
  const parts: { key: 'concerns' | 'actions' | 'needs' | 'projects'; items: Item[] }[] = [
    {
      key: 'concerns',
      items: concerns.map((one) => {
        const status = concernMachine.states.find((state) => state === one.status)
        return {
          ...one,
          href: `/forums/concerns/${one.id}`,
          name: one.summary,
          status: status ? { label: t(`concerns.status.${status}`), tone: toneOfConcern[status] } : null,
          result: '',
        }
      }),
    },
    {
      key: 'actions',
      items: actions.map((one) => {
        const status = actionMachine.states.find((state) => state === one.status)
        return {
          ...one,
          href: `/forums/actions/${one.id}`,
          name: one.title,
          reference: null,
          status: status ? { label: t(`concerns.actions.status.${status}`), tone: toneOfAction[status] } : null,
          result: '',
        }
      }),
    },
    {
      key: 'needs',
      items: needs.map((one) => {
        const status = needMachine.states.find((state) => state === one.status)
        return {
          id: one.id,
          href: `/communities/needs/${one.id}`,
          name: inLocale(locale, one.name),
          reference: one.planReference,
          status: status ? { label: t(`communities.needs.status.${status}`), tone: toneOfNeed[status] } : null,
          result: one.outcome,
          linkId: null,
        }
      }),
    },
    {
      key: 'projects',
      items: projects.map((one) => {
        const status = projectMachine.states.find((state) => state === one.status)
        return {
          ...one,
          href: `/communities/projects/${one.id}`,
          name: inLocale(locale, one.name),
          status: status ? { label: t(`projects.status.${status}`), tone: toneOfProject[status] } : null,
          linkId: null,
        }
      }),
    },
  ]
  const told = parts.filter(({ items }) => items.length > 0)
  return (
    <Section id="chain" title={title}>
      {told.length === 0 && <p className="text-ink-soft">{empty}</p>}
      <div className="space-y-4">
        {told.map(({ key, items }) => (
          <div key={key}>
            <h3 className="font-semibold">{t(`communities.chain.${key}`)}</h3>
            <ul className="divide-y divide-line">
              {items.map((item) => (
                <Row key={item.id} item={item} extra={item.linkId ? onLink?.(item.linkId) : null} />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {children}
    </Section>
  )
}
