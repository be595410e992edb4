import { getI18n } from '@/app/i18n'
import { LinkButton } from '@/components/ui/link-button'
import { isId } from '@/lib/ids'

/** Where to go from a page that says that nothing is to be seen. */
export async function AfterLinks({ forum }: { forum: string | string[] | undefined }) {
  const { t } = await getI18n()
  const known = isId(forum) ? forum : null
  return (
    <p className="mt-6 flex flex-wrap gap-3">
      <LinkButton href={known ? `/forums/${known}` : '/forums/concerns'}>{t('concerns.pathway.back')}</LinkButton>
      <LinkButton variant="secondary" href={known ? `/forums/concerns/new?forum=${known}` : '/forums/concerns/new'}>
        {t('concerns.pathway.another')}
      </LinkButton>
    </p>
  )
}
