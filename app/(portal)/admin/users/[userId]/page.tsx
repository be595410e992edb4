import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getI18n } from '@/app/i18n'
import { Badge } from '@/components/ui/badge'
import { Bdi, Code } from '@/components/ui/bdi'
import { DetailsList } from '@/components/ui/details-list'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { getUser } from '@/lib/admin/user-page-query'
import { isId } from '@/lib/ids'
import { requireAdmin } from '../../require-admin'
import { AccessSection } from './access-section'
import { ReachSection } from './reach-section'
import { RolesSection } from './roles-section'
import { TeamsSection } from './teams-section'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('admin.user.title') }
}

export default async function UserPage({ params }: { params: Promise<{ userId: string }> }) {
  const actor = await requireAdmin('users.manage')
  const [i18n, { userId }] = await Promise.all([getI18n(), params])
  const user = isId(userId) ? await getUser(actor, userId) : null
  if (!user) notFound()
  const { t, format } = i18n
  const isOwn = user.id === actor.userId
  return (
    <>
      <PageHeader
        title={<Bdi>{user.name}</Bdi>}
        back={{ href: '/admin/users', label: t('admin.users.title') }}
        lead={<Code>{user.email}</Code>}
        action={
          <LinkButton href={`/admin/users/${user.id}/edit`} variant="secondary">
            {t('admin.user.edit')}
          </LinkButton>
        }
      />
      <div className="space-y-6">
        {isOwn && <Notice title={t('admin.user.ownTitle')}>{t('admin.user.ownText')}</Notice>}
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <div className="space-y-6">
            <RolesSection actor={actor} user={user} i18n={i18n} />
            <TeamsSection user={user} isOwn={isOwn} i18n={i18n} />
            <ReachSection user={user} isOwn={isOwn} i18n={i18n} />
          </div>
          <div className="space-y-6">
            <Section title={t('admin.user.details')}>
              <DetailsList
                items={[
                  {
                    term: t('admin.users.state'),
                    value: user.isActive ? (
                      <Badge tone="good">{t('admin.users.active')}</Badge>
                    ) : (
                      <Badge icon="ban">{t('admin.users.inactive')}</Badge>
                    ),
                  },
                  {
                    term: t('admin.user.invitation'),
                    value: t(user.hasPassword ? 'admin.user.invitationTaken' : 'admin.user.invitationOpen'),
                  },
                  { term: t('admin.users.locale'), value: t(`common.languages.${user.locale}`) },
                  { term: t('admin.user.made'), value: format.date(user.createdAt) },
                ]}
              />
              <p className="mt-4">
                <a href={`/admin/audit?user=${user.id}`} className="text-action underline">
                  {t('admin.user.audit')}
                </a>
              </p>
            </Section>
            <AccessSection actor={actor} user={user} i18n={i18n} />
          </div>
        </div>
      </div>
    </>
  )
}
