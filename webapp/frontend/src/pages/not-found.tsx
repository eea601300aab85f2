import { useI18n } from '../i18n/context';
import { PageTitle } from '../ui/page-title';

export function NotFound() {
  const { t } = useI18n();
  return (
    <div class="message">
      <PageTitle text={t.notFound.title} />
      <p>{t.notFound.text}</p>
      <a class="button button-primary" href="/">
        {t.notFound.home}
      </a>
    </div>
  );
}
