import { getI18n } from '@/app/i18n'
import { ChainSection } from '@/components/chain/chain-section'
import { PlainForm } from '@/components/form/plain-form'
import { SelectField } from '@/components/form/select-field'
import { Disclosure } from '@/components/ui/disclosure'
import type { ProjectPage } from '@/lib/communities/projects/queries'
import { inLocale } from '@/lib/i18n/in-locale'
import { linkProject, unlinkProject } from '../actions'

/** The needs that a project answers, what was raised and agreed before them, and for its team the links. */
export async function ChainOfProject({ page, keeps }: { page: ProjectPage; keeps: boolean }) {
  const { t, locale } = await getI18n()
  const { project, chain, linkable } = page
  return (
    <ChainSection
      title={t('communities.chain.title')}
      empty={t('communities.chain.noneOfProject')}
      needs={chain.needs}
      concerns={chain.concerns}
      actions={chain.actions}
    >
      {keeps && (linkable.length > 0 || chain.needs.length > 0) && (
        <div className="mt-4 space-y-3">
          {linkable.length > 0 && (
            <Disclosure label={t('communities.chain.linkProject')}>
              <PlainForm
                action={linkProject}
                hidden={{ projectId: project.id }}
                submit={t('communities.chain.linkDeed')}
                label={t('communities.chain.linkProject')}
                variant="secondary"
                className="space-y-5"
              >
                <SelectField
                  name="needId"
                  label={t('communities.needs.one')}
                  choices={linkable.map((need) => ({
                    value: need.id,
                    label: `${need.plan} · ${inLocale(locale, need)}`,
                  }))}
                />
              </PlainForm>
            </Disclosure>
          )}
          {chain.needs.length > 0 && (
            <Disclosure label={t('communities.chain.unlinkProject')}>
              <PlainForm
                action={unlinkProject}
                hidden={{ projectId: project.id }}
                submit={t('communities.chain.unlink')}
                label={t('communities.chain.unlinkProject')}
                variant="secondary"
                className="space-y-5"
              >
                <SelectField
                  name="needId"
                  label={t('communities.needs.one')}
                  choices={chain.needs.map((need) => ({ value: need.id, label: inLocale(locale, need.name) }))}
                />
              </PlainForm>
            </Disclosure>
          )}
        </div>
      )}
    </ChainSection>
  )
}
