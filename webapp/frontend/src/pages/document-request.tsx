import { useState } from 'preact/hooks';
import { useDetailTexts } from '../i18n/detail';
import { EmailForm, type FormEnd } from '../ui/email-form';
import { Outcome } from '../ui/outcome';

/** The form that requests a home's documents, and what became of it. Unlike a purchase, a second request does no harm. */
export function DocumentRequest({ estateId }: { estateId: number }) {
  const text = useDetailTexts();
  const [email, setEmail] = useState('');
  const [end, setEnd] = useState<FormEnd | null>(null);
  if (end === 'done') {
    return (
      <Outcome isGood title={text.estate.requestedTitle}>
        <p>{text.estate.requested(email)}</p>
      </Outcome>
    );
  }
  if (end === 'gone') {
    return (
      <Outcome title={text.estate.goneTitle}>
        <p>{text.estate.gone}</p>
        <a class="button" href="/estate/search">
          {text.estate.searchAgain}
        </a>
      </Outcome>
    );
  }
  return (
    <>
      {end === 'unconfirmed' && (
        <Outcome title={text.estate.unconfirmedTitle}>
          <p>{text.estate.unconfirmed}</p>
        </Outcome>
      )}
      <EmailForm
        action={`/api/estate/req_doc/${estateId}`}
        title={text.estate.requestTitle}
        submit={text.estate.request}
        submitting={text.estate.requesting}
        email={email}
        onEmail={setEmail}
        onEnd={setEnd}
      />
    </>
  );
}
