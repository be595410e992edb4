import { getI18n } from '@/app/i18n'
import { CheckboxGroupField } from '@/components/form/checkbox-field'
import { PlainForm } from '@/components/form/plain-form'
import { RadioField } from '@/components/form/radio-field'
import { Badge } from '@/components/ui/badge'
import { Bdi } from '@/components/ui/bdi'
import { buttonClass } from '@/components/ui/button-class'
import { DetailsList } from '@/components/ui/details-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { emergencyFields } from '@/lib/referrals/domain'
import { isAnswerable } from '@/lib/referrals/loop/domain'
import type { LinkFacts } from '@/lib/referrals/loop/read-link'
import type { ReferralPage } from '@/lib/referrals/queries'
import { makeFacilityLink, recordTold, revokeFacilityLink } from '../actions'
import { LinkForm } from './link-form'

const tones = { live: 'good', expired: 'warning', revoked: 'neutral', used: 'neutral' } as const

type Props = { page: ReferralPage; canMake: boolean; canRecord: boolean; wasRefused: boolean }

/** The facility's way in: how its link stands, a slip or a link to send, and the end of it. */
export async function LinkSection({ page, canMake, canRecord, wasRefused }: Props) {
  const { t } = await getI18n()
  const { referral, facts, link } = page
  const isOpen = isAnswerable(referral.status)
  if (!isOpen && !link) return null
  const isLive = isOpen && link?.state === 'live'
  const mayMake = isOpen && canMake && !facts.facility_closed && !facts.consent_over
  return (
    <Section
      id="link"
      title={t('loop.link.title')}
      action={link && <Badge tone={tones[link.state]}>{t(`loop.link.state.${link.state}`)}</Badge>}
    >
      <div className="space-y-4">
        {wasRefused && (
          <Notice tone="danger" live>
            {t('loop.link.refused')}
          </Notice>
        )}
        {isOpen && facts.consent_over && <Notice tone="warning">{t('loop.link.consentOver')}</Notice>}
        {isOpen && facts.facility_closed && <Notice tone="warning">{t('loop.link.facilityClosed')}</Notice>}
        <p className="text-ink-soft">{t(link ? 'loop.link.lead' : 'loop.link.none')}</p>
        {link && <LinkState link={link} page={page} />}
        {isOpen && !canMake && <p className="text-ink-soft">{t('loop.link.notYours')}</p>}
        {mayMake && (
          <>
            <form method="post" action={`/referrals/${referral.id}/slip`} data-noprint>
              <button type="submit" className={buttonClass('primary')}>
                {t(isLive ? 'loop.link.printAgain' : 'loop.link.print')}
              </button>
            </form>
            <LinkForm
              action={makeFacilityLink}
              caseId={referral.id}
              submit={t(isLive ? 'loop.link.showAgain' : 'loop.link.show')}
            />
          </>
        )}
        {isLive && canRecord && (
          <Disclosure label={t('loop.link.stop')}>
            <PlainForm
              action={revokeFacilityLink}
              hidden={{ caseId: referral.id }}
              submit={t('loop.link.stop')}
              variant="danger"
            >
              <p>{t('loop.link.stopText')}</p>
            </PlainForm>
          </Disclosure>
        )}
        {isOpen && canRecord && !facts.consent_over && <ToldForm page={page} />}
      </div>
    </Section>
  )
}

async function LinkState({ link, page }: { link: LinkFacts; page: ReferralPage }) {
  const { t, format } = await getI18n()
  const fields = page.referral.consentId ? page.facts.released : emergencyFields
  const opened =
    link.firstOpenedAt && link.lastOpenedAt
      ? t('loop.link.openedTimes', {
          count: link.openings,
          first: format.dateTime(link.firstOpenedAt),
          last: format.dateTime(link.lastOpenedAt),
        })
      : t('loop.link.never')
  return (
    <DetailsList
      items={[
        {
          term: t('loop.link.made'),
          value: (
            <>
              {format.dateTime(link.createdAt)} · <Bdi>{link.createdBy}</Bdi>
            </>
          ),
        },
        { term: t('loop.link.expires'), value: format.dateTime(link.expiresAt) },
        { term: t('loop.link.opened'), value: opened },
        { term: t('loop.link.shows'), value: format.list(fields.map((field) => t(`referrals.field.${field}`))) },
      ]}
    />
  )
}

/** What was told by phone or on paper belongs into the register too. */
async function ToldForm({ page }: { page: ReferralPage }) {
  const { t } = await getI18n()
  const fields = page.referral.consentId ? page.facts.released : emergencyFields
  return (
    <Disclosure label={t('loop.told.title')}>
      <PlainForm
        action={recordTold}
        hidden={{ caseId: page.referral.id }}
        submit={t('loop.told.submit')}
        variant="secondary"
        resetOnDone
      >
        <p className="text-ink-soft">{t('loop.told.lead')}</p>
        <RadioField
          name="channel"
          inline
          label={t('loop.told.channel')}
          choices={(['phone', 'paper'] as const).map((value) => ({ value, label: t(`disclosures.channel.${value}`) }))}
        />
        <CheckboxGroupField
          name="fields"
          label={t('loop.told.fields')}
          choices={fields.map((value) => ({ value, label: t(`referrals.field.${value}`) }))}
        />
      </PlainForm>
    </Disclosure>
  )
}
