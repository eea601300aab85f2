import { useDetailTexts } from '../i18n/detail';
import { EmailForm, type FormEnd } from '../ui/email-form';
import { Outcome } from '../ui/outcome';

interface PurchaseProps {
  chairId: number;
  /** How the form ended, if it has. */
  end: FormEnd | null;
  /** What is known of the chair's stock: whether there is some, never how much. */
  stock: 'some' | 'none' | 'unknown' | 'asked';
  email: string;
  onEmail: (email: string) => void;
  onEnd: (end: FormEnd) => void;
  /** Asks for the stock again. */
  onLook: () => void;
}

/** The form that buys a chair, or what became of it. */
export function Purchase({ chairId, end, stock, email, onEmail, onEnd, onLook }: PurchaseProps) {
  const text = useDetailTexts();
  if (end === 'done') {
    return (
      <Outcome isGood title={text.chair.boughtTitle}>
        <p>{text.chair.bought(email)}</p>
        {stock === 'none' && <p>{text.chair.lastPiece}</p>}
      </Outcome>
    );
  }
  if (end === 'unconfirmed') {
    return (
      <Outcome title={text.chair.unconfirmedTitle}>
        <p>{text.chair.unconfirmed(email)}</p>
        <p>{text.chair.stock[stock]}</p>
        <button type="button" class="button" onClick={onLook}>
          {text.chair.look}
        </button>
      </Outcome>
    );
  }
  if (end === 'gone' || stock === 'none') {
    return (
      <Outcome title={text.chair.soldOutTitle}>
        <p>{end === 'gone' ? text.chair.justSoldOut(email) : text.chair.soldOutMeanwhile}</p>
      </Outcome>
    );
  }
  return (
    <EmailForm
      action={`/api/chair/buy/${chairId}`}
      title={text.chair.buyTitle}
      submit={text.chair.buy}
      submitting={text.chair.buying}
      email={email}
      onEmail={onEmail}
      onEnd={onEnd}
    />
  );
}
