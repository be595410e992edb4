import { MessagePage } from '@/components/shell/message-page'
import { LinkButton } from '@/components/ui/link-button'
import { getI18n } from './i18n'

export default async function NotFound() {
  const { t } = await getI18n()
  return (
    <main id="content">
      <title>{t('common.states.notFoundTitle')}</title>
      <MessagePage title={t('common.states.notFoundTitle')}>
        <p>{t('common.states.notFoundText')}</p>
        <LinkButton href="/">{t('common.states.notFoundAction')}</LinkButton>
      </MessagePage>
    </main>
  )
}
