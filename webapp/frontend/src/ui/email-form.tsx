import { useId, useRef, useState } from 'preact/hooks';
import { ApiError, send } from '../api/request';
import { rememberAddress, rememberedAddress } from '../data/address';
import { useEmailTexts } from '../i18n/email';
import { type EmailProblem, emailProblem, normalizeEmail } from '../lib/email';

/** Done; not done, as the thing asked for has just gone; or perhaps done: whoever sends it again may do it twice. */
export type FormEnd = 'done' | 'gone' | 'unconfirmed';

interface EmailFormProps {
  /** Where `{"email":"…"}` is posted. */
  action: string;
  title: string;
  submit: string;
  submitting: string;
  /** What pressing the button does. */
  after: string;
  email: string;
  onEmail: (email: string) => void;
  onEnd: (end: FormEnd) => void;
}

/** Why nothing was done, and the form can be sent again. */
type Problem = EmailProblem | 'refused' | 'failed' | 'offline';

/** What became of a post that failed: a problem to tell in the form, or its end. */
function meaningOf(failure: unknown): Problem | FormEnd {
  if (!(failure instanceof ApiError)) return 'unconfirmed';
  if (failure.kind === 'notFound') return 'gone';
  if (failure.kind === 'refused') return 'refused';
  // Of the server's failures a 503 alone says that nothing was done.
  return failure.status === 503 ? 'failed' : 'unconfirmed';
}

/** Takes an e-mail address and posts it once: a second click while the first is under way does nothing. */
export function EmailForm({ email, onEmail, onEnd, ...props }: EmailFormProps) {
  const text = useEmailTexts();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(rememberedAddress() !== '');
  const isUnderWay = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const isOfAddress = problem !== null && problem !== 'failed' && problem !== 'offline';

  const post = async (address: string) => {
    isUnderWay.current = true;
    setSending(true);
    setProblem(null);
    try {
      await send<void>({ path: props.action, body: { email: address } });
      onEnd('done');
    } catch (failure) {
      const meaning = meaningOf(failure);
      if (meaning === 'gone' || meaning === 'unconfirmed' || meaning === 'done') onEnd(meaning);
      else setProblem(meaning);
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
  };

  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (isUnderWay.current) return;
    const address = normalizeEmail(email);
    onEmail(address);
    const found = emailProblem(address) ?? (navigator.onLine ? null : 'offline');
    if (found === null) {
      if (isKept) rememberAddress(address);
      void post(address);
      return;
    }
    setProblem(found);
    input.current?.focus();
  };

  const onKeep = (wanted: boolean) => {
    setKept(wanted);
    // Kept with the next request; forgotten at once.
    if (!wanted) rememberAddress('');
  };

  const onInput = (typed: string) => {
    onEmail(typed);
    // What was wrong is told until it is right.
    setProblem(problem && emailProblem(typed));
  };

  return (
    <form class="email-form panel" noValidate onSubmit={onSubmit} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{props.title}</h2>
      <label for={`${id}-email`}>{text.label}</label>
      <input
        ref={input}
        id={`${id}-email`}
        type="email"
        name="email"
        autocomplete="email"
        required
        value={email}
        onInput={(event) => onInput(event.currentTarget.value)}
        // Not while typing: a Japanese keyboard composes what it shows.
        onBlur={() => onEmail(normalizeEmail(email))}
        aria-invalid={isOfAddress ? 'true' : undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
      />
      <p class="hint" id={`${id}-hint`}>
        {text.hint}
      </p>
      <p class="problem" id={`${id}-problem`} role="alert">
        {problem && text[problem]}
      </p>
      <label class="email-keep">
        <input type="checkbox" checked={isKept} onChange={(event) => onKeep(event.currentTarget.checked)} />
        {text.keep}
      </label>
      <button type="submit" class="button button-primary" aria-disabled={isSending ? 'true' : undefined}>
        {isSending ? props.submitting : props.submit}
      </button>
      <p class="hint">{props.after}</p>
    </form>
  );
}
