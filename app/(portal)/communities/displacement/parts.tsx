import { getI18n } from '@/app/i18n'
import { ChipNav } from '@/components/ui/chip-nav'
import type { Actor } from '@/lib/auth/actor'
import { mayLoadBoundaries } from '@/lib/communities/displacement/boundaries/commands'
import { seesUnderWay } from '@/lib/communities/displacement/policy'
import { SectionTabs } from '../section-tabs'

const parts = [
  { key: 'overview', href: '/communities/displacement', isFor: () => true },
  { key: 'rounds', href: '/communities/displacement/rounds', isFor: () => true },
  { key: 'locations', href: '/communities/displacement/locations', isFor: () => true },
  { key: 'queue', href: '/communities/displacement/queue', isFor: seesUnderWay },
  { key: 'boundaries', href: '/communities/displacement/boundaries', isFor: mayLoadBoundaries },
] as const

type Props = { actor: Actor; current: (typeof parts)[number]['key'] }

/** Where one is within displacement. Comfort, no guard: each page asks for itself. */
export async function Parts({ actor, current }: Props) {
  const { t } = await getI18n()
  return (
    <>
      <SectionTabs actor={actor} current="displacement" />
      <ChipNav
        label={t('displacement.parts.label')}
        chips={parts
          .filter((part) => part.isFor(actor))
          .map(({ key, href }) => ({ key, href, label: t(`displacement.parts.${key}`), isCurrent: key === current }))}
      />
    </>
  )
}
