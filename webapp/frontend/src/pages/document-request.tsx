import { useState } from 'preact/hooks';
import { useI18n } from '../i18n/context';
import { EmailForm, type FormEnd } from '../ui/email-form';
import { Outcome } from '../ui/outcome';

/** The form that requests a home's documents, and what became of it. Unlike a purchase, a second request does no harm. */
export function DocumentRequest({ estateId }: { estateId: number }) {
  const { t } = useI18n();
  const [email, setEmail] = useState('');
  const [end, setEnd] = useState<FormEnd | null>(null);
  if (end === 'done') {
    return (
      <Outcome isGood title={t.estate.requestedTitle}>
        <p>{t.estate.requested(email)}</p>
      </Outcome>
    );
  }
  if (end === 'gone') {
    return (
      <Outcome title={t.estate.goneTitle}>
        <p>{t.estate.gone}</p>
        <a class="button" href="/estate/search">
          {t.estate.searchAgain}
        </a>
      </Outcome>
    );
  }
  return (
    <>
      {end === 'unconfirmed' && (
        <Outcome title={t.estate.unconfirmedTitle}>
          <p>{t.estate.unconfirmed}</p>
        </Outcome>
      )}
      <EmailForm
        action={`/api/estate/req_doc/${estateId}`}
        title={t.estate.requestTitle}
        submit={t.estate.request}
        submitting={t.estate.requesting}
        email={email}
        onEmail={setEmail}
        onEnd={setEnd}
      />
    </>
  );
}
