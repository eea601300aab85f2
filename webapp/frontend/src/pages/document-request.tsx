import { useState } from 'preact/hooks';
import { rememberedAddress } from '../data/address';
import { useEstateTexts } from '../i18n/estate';
import { EmailForm, type FormEnd } from '../ui/email-form';
import { Outcome } from '../ui/outcome';

/** The form that requests a home's documents, and what became of it. Unlike a purchase, a second request does no harm. */
export function DocumentRequest({ estateId }: { estateId: number }) {
  const text = useEstateTexts();
  const [email, setEmail] = useState(rememberedAddress);
  const [end, setEnd] = useState<FormEnd | null>(null);
  if (end === 'done') {
    return (
      <Outcome isGood title={text.requestedTitle}>
        <p>{text.requested(email)}</p>
      </Outcome>
    );
  }
  if (end === 'gone') {
    return (
      <Outcome title={text.goneTitle}>
        <p>{text.gone}</p>
        <a class="button" href="/estate/search">
          {text.searchAgain}
        </a>
      </Outcome>
    );
  }
  return (
    <>
      {end === 'unconfirmed' && (
        <Outcome title={text.unconfirmedTitle}>
          <p>{text.unconfirmed}</p>
        </Outcome>
      )}
      <EmailForm
        action={`/api/estate/req_doc/${estateId}`}
        title={text.requestTitle}
        submit={text.request}
        submitting={text.requesting}
        after={text.after}
        email={email}
        onEmail={setEmail}
        onEnd={setEnd}
      />
    </>
  );
}
